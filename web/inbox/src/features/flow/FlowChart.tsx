import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkflowDraft, WorkflowFault } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { cx } from '@shared/ui/cx';
import type { Chosen } from './draft';
import styles from './FlowChart.module.css';
import { box, columns, nodesOf, sizeOf, waysOf } from './layout';

interface FlowChartProps {
  draft: WorkflowDraft;
  faults: WorkflowFault[];
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  /** A line was drawn from one state to another. */
  onConnect: (from: string, to: string) => void;
}

/** The workflow as a drawing: states as boxes, actions as the lines between them. A line is drawn from the dot of a box to another box. */
export function FlowChart({ draft, faults, chosen, onChoose, onConnect }: FlowChartProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const drawing = useRef<SVGSVGElement>(null);
  const [pulled, setPulled] = useState<{ from: string; x: number; y: number } | null>(null);
  const nodes = nodesOf(draft);
  const ways = waysOf(draft);
  const { width, height } = sizeOf(nodes);
  const stateOf = (key: string) => draft.states.find((state) => state.key === key);
  const nameOf = (key: string) => named(stateOf(key)?.names, key);
  const wrong = new Set(faults.flatMap(({ place }) => /^states\[(\d+)\]/.exec(place)?.[1] ?? []).map((at) => draft.states[Number(at)]?.key));
  const lit = (way: (typeof ways)[number]) => chosen !== null && (chosen.what === 'state' ? way.from === chosen.key || way.to === chosen.key : way.actions.includes(chosen.key));

  const place = (event: PointerEvent) => {
    const around = drawing.current?.getBoundingClientRect();
    return { x: event.clientX - (around?.left ?? 0), y: event.clientY - (around?.top ?? 0) };
  };
  const under = ({ x, y }: { x: number; y: number }) => nodes.find((node) => x >= node.x && x <= node.x + box.width && y >= node.y && y <= node.y + box.height);

  return (
    <div className={styles.scroller}>
      <svg
        ref={drawing}
        className={styles.chart}
        width={width}
        height={height}
        role="group"
        aria-label={t('flow.chart')}
        onPointerMove={(event) => pulled && setPulled({ ...pulled, ...place(event) })}
        onPointerUp={(event) => {
          const target = pulled && under(place(event));
          if (pulled && target && target.key !== pulled.from) onConnect(pulled.from, target.key);
          setPulled(null);
        }}
        onPointerLeave={() => setPulled(null)}
      >
        <defs>
          <marker id="flow-arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0 0 8 4 0 8Z" fill="context-stroke" />
          </marker>
        </defs>
        {columns
          .filter((category) => draft.states.some((state) => state.category === category))
          .map((category) => (
            <text key={category} className={styles.column} x={nodes.find(({ key }) => stateOf(key)?.category === category)?.x} y={26}>
              {t(`category.${category}`)}
            </text>
          ))}
        {[...ways].sort((one, other) => Number(lit(one)) - Number(lit(other))).map((way) => (
          <g key={`${way.from} ${way.to}`} className={cx(styles.way, lit(way) && styles.lit)}>
            <path d={way.path} className={styles.line} markerEnd="url(#flow-arrow)" />
            <path d={way.path} className={styles.reach} onClick={() => onChoose({ what: 'action', key: way.actions[0] ?? '' })}>
              <title>{way.actions.map((key) => named(draft.actions.find((action) => action.key === key)?.names, key)).join(', ')}</title>
            </path>
            {lit(way) && (
              <text x={way.at.x} y={way.at.y} className={styles.label}>
                {named(draft.actions.find(({ key }) => key === (chosen?.what === 'action' && way.actions.includes(chosen.key) ? chosen.key : way.actions[0]))?.names, way.actions[0] ?? '')}
                {way.actions.length > 1 && ` +${way.actions.length - 1}`}
              </text>
            )}
          </g>
        ))}
        {pulled && <Pull from={nodes.find(({ key }) => key === pulled.from)} to={pulled} />}
        {nodes.map((node) => {
          const state = stateOf(node.key);
          const on = chosen?.what === 'state' && chosen.key === node.key;
          return (
            <g key={node.key} transform={`translate(${node.x} ${node.y})`}>
              <g
                role="button"
                tabIndex={0}
                aria-pressed={on}
                aria-label={nameOf(node.key)}
                className={cx(styles.node, state && styles[state.category], on && styles.on, wrong.has(node.key) && styles.wrong)}
                onClick={() => onChoose({ what: 'state', key: node.key })}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  onChoose({ what: 'state', key: node.key });
                }}
              >
                <rect width={box.width} height={box.height} rx="9" />
                <foreignObject width={box.width} height={box.height}>
                  <div className={styles.name}>
                    <span>{nameOf(node.key)}</span>
                  </div>
                </foreignObject>
              </g>
              <circle
                cx={box.width}
                cy={box.height / 2}
                r="6"
                className={styles.dot}
                onPointerDown={(event) => {
                  event.preventDefault();
                  setPulled({ from: node.key, ...place(event) });
                }}
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function Pull({ from, to }: { from: { x: number; y: number } | undefined; to: { x: number; y: number } }) {
  return from && <path d={`M${from.x + box.width} ${from.y + box.height / 2}L${to.x} ${to.y}`} className={styles.pull} markerEnd="url(#flow-arrow)" />;
}
