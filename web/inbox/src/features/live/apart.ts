/** Runs at once, then at most every `pause` ms; calls in between are one call at the end of it. */
export function apart(pause: number, run: () => void): () => void {
  let waiting = false;
  let asked = false;
  const call = () => {
    if (waiting) {
      asked = true;
      return;
    }
    waiting = true;
    run();
    setTimeout(() => {
      waiting = false;
      if (!asked) return;
      asked = false;
      call();
    }, pause);
  };
  return call;
}
