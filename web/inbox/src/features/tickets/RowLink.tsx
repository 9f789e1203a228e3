import type { ComponentProps } from 'react';
import { plainClick } from '@shared/router';
import type { RowFacts } from './RowSigns';

/** The link of a row to its ticket: a plain click opens in place, any other is the browser's. */
export function RowLink({ row, href, selected, onOpen, onNear, ...rest }: Pick<RowFacts, 'row' | 'href' | 'selected' | 'onOpen' | 'onNear'> & ComponentProps<'a'>) {
  return (
    <a
      {...rest}
      href={href}
      aria-current={selected ? 'true' : undefined}
      onPointerEnter={() => onNear(row)}
      onClick={(event) => {
        if (!plainClick(event)) return;
        event.preventDefault();
        onOpen(row);
      }}
    />
  );
}
