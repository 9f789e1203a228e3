import { Extension, type Editor, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import { fitting, type Suggested } from './fitting';

/** What is offered while somebody types behind a sign. */
export interface Offer {
  kind: 'mention' | 'reply';
  items: Suggested[];
  at: number;
  box: DOMRect | null;
  choose: (item: Suggested) => void;
}

interface Source {
  kind: Offer['kind'];
  char: string;
  startOfLine: boolean;
  items: () => Suggested[];
  run: (editor: Editor, range: Range, item: Suggested) => void;
}

/** Offers something behind a sign; `show` draws it, and says which key it took. */
export const suggesting = ({ kind, char, startOfLine, items, run }: Source, show: (change: (now: Offer | null) => Offer | null) => void, now: () => Offer | null) =>
  Extension.create({
    name: `suggest-${kind}`,
    addProseMirrorPlugins() {
      return [
        Suggestion<Suggested, Suggested>({
          editor: this.editor,
          pluginKey: new PluginKey(kind),
          char,
          startOfLine,
          allowSpaces: kind === 'reply',
          items: ({ query }) => fitting(items(), query),
          command: ({ editor, range, props }) => run(editor, range, props),
          render: () => ({
            onStart: (props) => show(() => ({ kind, items: props.items, at: 0, box: props.clientRect?.() ?? null, choose: props.command })),
            onUpdate: (props) => show((before) => ({ kind, items: props.items, at: Math.min(before?.at ?? 0, Math.max(0, props.items.length - 1)), box: props.clientRect?.() ?? null, choose: props.command })),
            onExit: () => show(() => null),
            onKeyDown: ({ event }) => {
              const offer = now();
              if (!offer || event.isComposing) return false;
              const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
              const chosen = offer.items[offer.at];
              if (event.key === 'Escape') show(() => null);
              else if (step && offer.items.length > 0) show((before) => before && { ...before, at: (before.at + step + before.items.length) % before.items.length });
              else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.ctrlKey && !event.metaKey) offer.choose(chosen);
              else return false;
              return true;
            },
          }),
        }),
      ];
    },
  });
