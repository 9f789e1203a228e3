const place = 'undo-send';
const seconds = 10;

/** For how long an answer can be taken back after it was sent; null for not at all. */
export const holdSeconds = () => (localStorage.getItem(place) === 'off' ? null : seconds);

export const setHold = (on: boolean) => localStorage.setItem(place, on ? 'on' : 'off');
