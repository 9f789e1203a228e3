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

/** Forward from side to side; back below; up and down within a column beside it. */
function line(one: Node, other: Node): Pick<Way, 'path' | 'at'> {
  const middle = box.height / 2;
  if (one.x === other.x) {
    const [x, from, to] = [one.x + box.width, one.y + middle, other.y + middle];
    const out = from < to ? 30 : 46;
    return { path: `M${x} ${from + 8}C${x + out} ${from + 8} ${x + out} ${to - 8} ${x + 4} ${to - 8}`, at: { x: x + out * 0.75, y: (from + to) / 2 } };
  }
  if (one.x < other.x) {
    const [x1, y1, x2, y2] = [one.x + box.width, one.y + middle - 6, other.x - 4, other.y + middle - 6];
    const bend = Math.max(40, (x2 - x1) / 2);
    const lift = x2 - x1 > gap.x + box.width && y1 === y2 ? -(box.height * 0.6 + (x2 - x1) * 0.045) : 0;
    return { path: `M${x1} ${y1}C${x1 + bend} ${y1 + lift} ${x2 - bend} ${y2 + lift} ${x2} ${y2}`, at: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 + lift * 0.75 } };
  }
  const [x1, y1, x2, y2] = [one.x, one.y + middle + 8, other.x + box.width + 4, other.y + middle + 8];
  const far = x1 - x2 > gap.x + box.width;
  const drop = far ? box.height + (x1 - x2) * 0.06 : 14;
  return { path: `M${x1} ${y1}C${x1 - 44} ${y1 + drop} ${x2 + 44} ${y2 + drop} ${x2} ${y2}`, at: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 + drop * 0.75 } };
}

/** How much room the chart takes. */
export function sizeOf(nodes: Node[]) {
  return { width: Math.max(...nodes.map(({ x }) => x), 0) + box.width + margin + 30, height: Math.max(...nodes.map(({ y }) => y), 0) + box.height + margin + 50 };
}
