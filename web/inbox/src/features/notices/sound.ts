const tones = [
  { pitch: 660, at: 0 },
  { pitch: 880, at: 0.11 },
];

/** Two soft tones. */
export async function sound() {
  const audio = new AudioContext();
  for (const { pitch, at } of tones) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + at;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.12, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.32);
  }
  await new Promise((resolve) => setTimeout(resolve, 700));
  await audio.close();
}
