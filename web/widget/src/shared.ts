/** A chat as the desk shows it to visitors. */
export interface Config {
  language: string;
  open: boolean;
  title: string;
  greeting: string;
  color: string;
  position: 'right' | 'left';
  askEmail: 'never' | 'after' | 'before';
  reply: string;
  largestFile: number;
  texts: Record<string, string>;
}

/** What the loader and the panel know of each other. */
export interface Place {
  api: string;
  channel: string;
  theme: string;
  config: Config;
  /** The shadow root the panel draws into. */
  root: ShadowRoot;
  button: HTMLButtonElement;
}

export interface Panel {
  open: () => void;
  close: () => void;
  toggle: () => void;
  identify: (token: string | null) => void;
}

declare global {
  interface Window {
    helpdeskMxPanel?: (place: Place) => Panel;
    HelpdeskMx?: { open: () => void; close: () => void; identify: (token: string | null) => void };
  }
}

export const storeKey = (channel: string) => `helpdesk-mx:${channel}`;
