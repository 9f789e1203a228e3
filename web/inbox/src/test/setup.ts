import '@testing-library/jest-dom/vitest';
import '@testing-library/react'; // before all else: what it shows is gone before anything below is asked
import { speak, speakSettings } from '@shared/i18n';

/** Adds what jsdom lacks of a browser. */
const lend = (owner: object, missing: object) => {
  for (const [name, value] of Object.entries(missing)) if (Reflect.get(owner, name) === undefined) Object.assign(owner, { [name]: value as unknown });
};

lend(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
lend(HTMLElement.prototype, {
  showPopover(this: HTMLElement) {
    this.removeAttribute('popover');
  },
});
lend(Element.prototype, { scrollTo: () => undefined, scrollIntoView: () => undefined });
lend(globalThis, {
  matchMedia: (media: string) => Object.assign(new EventTarget(), { matches: false, media }),
  IntersectionObserver: class {
    observe = () => undefined;
    disconnect = () => undefined;
  },
  ResizeObserver: class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  },
});

// The full box is loaded when somebody writes. Tests of screens speak with the plain one that is there until then; those of the full one take it back.
vi.mock('@/features/composer/rich', () => ({ loadRich: () => new Promise(() => undefined) }));

await speak('en');
await speakSettings();
// What React or a library complains of fails the test.
const complaints: unknown[][] = [];
const complain = (...said: unknown[]) => void complaints.push(said);
Object.assign(console, { error: complain, warn: complain });
afterEach(() => expect(complaints.splice(0)).toEqual([]));

beforeEach(() => {
  localStorage.clear();
  localStorage.setItem('undo-send', 'off');
});
