import { useState } from 'react';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { ComparingState } from './ComparingState';
import type { ComparedText } from './useComparedTexts';
import { useTextTask } from '../../workers/useTextTask';

interface OverviewTableProps {
  /** The oldest first. */
  readonly texts: readonly ComparedText[];
}

/** Rows made at first, and for each further asking. */
const PAGE = 200;

/** The picture in words, for whoever does not see it. Made when it is opened. */
export function OverviewTable({ texts }: OverviewTableProps) {
  const { comparing } = useStrings();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="overview__table" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{comparing.overview.asTable}</summary>
      {isOpen && <Tables texts={texts} />}
    </details>
  );
}

function Tables({ texts }: OverviewTableProps) {
  const { comparing } = useStrings();
  const language = useLanguage();
  const words = comparing.overview;
  const [room, setRoom] = useState(PAGE);
  const table = useTextTask(
    'overviewRows',
    texts.map(({ blocks }) => blocks),
    { names: texts.map(({ name }) => name), language, most: room },
  );
  return (
    <>
      <ComparingState comparing={table} />
      {table.answer?.map(({ rows, total }, gap) => (
        <div key={gap}>
          <table className="synopsis">
            <caption>{`${texts[gap]?.name ?? ''} → ${texts[gap + 1]?.name ?? ''}`}</caption>
            <thead>
              <tr>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.fate}</th>
                <th scope="col">{words.now}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ before, fate, now, base, current }) => (
                <tr key={`${base.join()}>${current.join()}`}>
                  <td>{before || '–'}</td>
                  <td>{fate}</td>
                  <td>{now || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {total > rows.length && (
            <Button onPress={() => setRoom(room + PAGE)}>
              {comparing.filters.more(Math.min(PAGE, total - rows.length))}
            </Button>
          )}
        </div>
      ))}
    </>
  );
}
