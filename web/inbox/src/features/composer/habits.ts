import { session } from '@shared/api/session';

const hold = 'undo-send';
const seconds = 10;

/** For how long an answer can be taken back after it was sent; null for not at all. */
export const holdSeconds = () => (localStorage.getItem(hold) === 'off' ? null : seconds);

export const setHold = (on: boolean) => localStorage.setItem(hold, on ? 'on' : 'off');

const own = (habit: string) => `${habit}:${session.get()?.agent.id}`;

/** Whether Enter alone sends; Shift and Enter begins a line then. */
export const enterSends = () => localStorage.getItem(own('enter-sends')) === 'on';

export const setEnterSends = (on: boolean) => localStorage.setItem(own('enter-sends'), on ? 'on' : 'off');

/** What happens with the ticket once its answer is sent. */
export type Way = 'send' | 'close' | 'next' | 'both';

const ways: readonly Way[] = ['send', 'close', 'next', 'both'];

/** What was chosen last. */
export const lastWay = (): Way => ways.find((way) => way === localStorage.getItem(own('send-way'))) ?? 'send';

export const keepWay = (way: Way) => localStorage.setItem(own('send-way'), way);
