import type { Category, Workflow } from '@shared/api/schema';

export const columns: readonly Category[] = ['new', 'open', 'waiting', 'closed', 'archived'];

export const box = { width: 140, height: 44 };
const gap = { x: 52, y: 40 };
const margin = 22;
/** Room for the names of the columns, and for the lines that pass over boxes below them. */
const head = 96;

export interface Node {
  key: string;
  x: number;
  y: number;
}

/** A way from one state to another, and the actions that lead there. */
export interface Way {
  from: string;
  to: string;
  actions: string[];
  path: string;
  at: { x: number; y: number };
}

/** Where each state stands: a column for each category, in the order a ticket runs through them; states below each other. */
export function nodesOf({ states }: Pick<Workflow, 'states'>): Node[] {
  const used = columns.filter((category) => states.some((state) => state.category === category));
  const tallest = Math.max(1, ...used.map((category) => states.filter((state) => state.category === category).length));
  return used.flatMap((category, column) => {
    const own = states.filter((state) => state.category === category);
    const top = ((tallest - own.length) * (box.height + gap.y)) / 2;
    return own.map(({ key }, row) => ({ key, x: margin + column * (box.width + gap.x), y: head + top + row * (box.height + gap.y) }));
  });
}

/** The ways between them, each drawn once however many actions lead along it. */
export function waysOf({ states, actions }: Pick<Workflow, 'states' | 'actions'>): Way[] {
  const nodes = new Map(nodesOf({ states }).map((node) => [node.key, node]));
  const ways = new Map<string, Way>();
  for (const action of actions) {
    for (const from of action.from) {
      const [one, other] = [nodes.get(from), nodes.get(action.to ?? from)];
      if (!one || !other || one === other) continue;
      const key = `${one.key} ${other.key}`;
      const way = ways.get(key) ?? { from: one.key, to: other.key, actions: [], ...line(one, other) };
      way.actions.push(action.key);
      ways.set(key, way);
    }
  }
  return [...ways.values()];
}

/** To the next column from side to side; further on in an arc above, back in one below; up and down within a column beside it. */
function line(one: Node, other: Node): Pick<Way, 'path' | 'at'> {
  const middle = box.height / 2;
  const steps = (other.x - one.x) / (box.width + gap.x);
  if (steps === 0) {
    const [x, from, to] = [one.x + box.width, one.y + middle, other.y + middle];
    const out = from < to ? 30 : 46;
    return { path: `M${x} ${from + 8}C${x + out} ${from + 8} ${x + out} ${to - 8} ${x + 4} ${to - 8}`, at: { x: x + out * 0.75, y: (from + to) / 2 } };
  }
  if (steps === 1) {
    const [x1, y1, x2, y2] = [one.x + box.width, one.y + middle, other.x - 4, other.y + middle];
    return { path: `M${x1} ${y1}C${x1 + 40} ${y1} ${x2 - 40} ${y2} ${x2} ${y2}`, at: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 10 } };
  }
  // The further an arc leads, the higher it is and the nearer to the middle of its boxes it ends: so those of one box do not cross.
  const [on, far] = [steps > 0, Math.abs(steps)];
  const inset = 12 + 16 * far;
  const x1 = on ? one.x + box.width - inset : one.x + inset;
  const x2 = on ? other.x + inset : other.x + box.width - inset;
  const [y1, y2] = on ? [one.y, other.y - 4] : [one.y + box.height, other.y + box.height + 4];
  const peak = on ? Math.min(y1, y2) - 16 - 11 * far : Math.max(y1, y2) + 16 + 11 * far;
  const pull = (y: number) => y + (peak - y) / 0.75;
  return { path: `M${x1} ${y1}C${x1} ${pull(y1)} ${x2} ${pull(y2)} ${x2} ${y2}`, at: { x: (x1 + x2) / 2, y: peak } };
}

/** How much room the chart takes. */
export function sizeOf(nodes: Node[]) {
  return { width: Math.max(...nodes.map(({ x }) => x), 0) + box.width + margin + 30, height: Math.max(...nodes.map(({ y }) => y), 0) + box.height + margin + 50 };
}
