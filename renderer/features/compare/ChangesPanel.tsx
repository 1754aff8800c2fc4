import { memo, useMemo, useState } from 'react';
import { chapterMap, type SentenceMove } from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import { describeSummary, type BlockChange } from '#shared/diff';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { MarkedText } from '../../ui/MarkedText';
import { Toggles } from '../../ui/Toggles';
import { ChangeTags } from './ChangeTags';
import { ComparingState } from './ComparingState';
import { anchorOf, isChange, type Comparison } from './comparison';
import { changeSizes } from './changeSize';
import { changeSorts, committeesIn, everything, filterChanges, type ChangeFilter, type ChapterPlans } from './filters';
import type { Comparing } from './live/useLiveComparison';
import { SentenceMoves } from './SentenceMoves';
import { usePlaces, type Places } from './usePlaces';

interface ChangesPanelProps {
  readonly comparing: Comparing;
  readonly plans: ChapterPlans;
  readonly focusBlock: BlockId | null;
  readonly onGo: (block: BlockId) => void;
  readonly filter: ChangeFilter;
  readonly onFilter: (filter: ChangeFilter) => void;
}

/** Cards made at first, and for each further asking: the list stays quick however much is changed. */
const PAGE = 60;

/** What is changed since the previous period: in all, or where the person stands; narrowed to a kind, a chapter, a size. */
export function ChangesPanel({ comparing, plans, focusBlock, onGo, filter, onFilter }: ChangesPanelProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [scope, setScope] = useState<'all' | 'here'>('all');
  const [room, setRoom] = useState(PAGE);
  const { comparison } = comparing;
  const places = usePlaces(comparison);

  if (!comparison || !places)
    return comparing.state === 'none' ? (
      <p className="empty">{strings.changes.noBaseline}</p>
    ) : (
      <ComparingState comparing={comparing} />
    );

  const changed = comparison.changes.filter(isChange);
  const filtered = filterChanges(comparison, filter, plans);
  const shown = scope === 'all' ? filtered : filtered.filter((change) => anchorOf(comparison, change) === focusBlock);
  const isNarrowed = filtered.length !== changed.length;

  return (
    <div className="panel-stack">
      <ComparingState comparing={comparing} />
      <p className="changes__summary" role="status">
        {describeSummary(comparison.summary, language)}
      </p>
      <Toggles
        label={strings.changes.title}
        options={[
          { key: 'all', text: strings.changes.wholeProgramme },
          { key: 'here', text: strings.changes.thisBlock },
        ]}
        selected={scope}
        onSelect={setScope}
      />
      <Filters comparison={comparison} plans={plans} filter={filter} onFilter={onFilter} />
      {isNarrowed && (
        <p className="field__hint" role="status">
          {strings.comparing.filters.shown(filtered.length, changed.length)}{' '}
          <button type="button" className="link" onClick={() => onFilter(everything)}>
            {strings.comparing.filters.reset}
          </button>
        </p>
      )}
      {shown.length === 0 ? (
        <p className="empty">
          {changed.length > 0 && filtered.length === 0
            ? strings.comparing.filters.none
            : scope === 'all'
              ? strings.changes.none
              : strings.changes.noneHere}
        </p>
      ) : (
        <>
          <ul className="cards" aria-label={strings.changes.title}>
            {shown.slice(0, room).map((change) => {
              const [from] = change.base;
              return (
                <ChangeCard
                  key={`${change.base.join()}-${change.current.join()}`}
                  change={change}
                  place={places.of(change)}
                  moves={comparison.sentencesOf.get(change) ?? noMoves}
                  places={places}
                  from={change.moved && from !== undefined ? places.inBase(from) : null}
                  anchor={anchorOf(comparison, change)}
                  onGo={onGo}
                />
              );
            })}
          </ul>
          {shown.length > room && (
            <Button onPress={() => setRoom(room + PAGE)}>
              {strings.comparing.filters.more(Math.min(PAGE, shown.length - room))}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

interface ChangeCardProps {
  readonly change: BlockChange;
  readonly place: string;
  /** Where it stood before, when it moved. */
  readonly from: string | null;
  readonly moves: readonly SentenceMove[];
  readonly places: Places;
  readonly anchor: BlockId | null;
  readonly onGo: (block: BlockId) => void;
}

const noMoves: readonly SentenceMove[] = [];

/** One change. Drawn anew only when it is another one: typing touches one of many. */
const ChangeCard = memo(function ChangeCard({ change, place, from, moves, places, anchor, onGo }: ChangeCardProps) {
  const strings = useStrings();
  return (
    <li>
      <button type="button" className="card" disabled={anchor === null} onClick={() => anchor && onGo(anchor)}>
        <span className="card__head">
          <span className="card__place">{place}</span>
          <ChangeTags change={change} />
        </span>
        {from !== null && (
          <span className="card__from">
            {strings.changes.placeBefore} {from}
          </span>
        )}
        <SentenceMoves moves={moves} places={places} />
        <span className="card__text">
          <MarkedText tokens={change.tokens} />
        </span>
      </button>
    </li>
  );
});

interface FiltersProps {
  readonly comparison: Comparison;
  readonly plans: ChapterPlans;
  readonly filter: ChangeFilter;
  readonly onFilter: (filter: ChangeFilter) => void;
}

function Filters({ comparison, plans, filter, onFilter }: FiltersProps) {
  const { changes: words, comparing } = useStrings();
  const strings = comparing.filters;
  const { outline } = comparison;
  const committees = useMemo(() => committeesIn(plans), [plans]);
  return (
    <div className="filters">
      <label className="filter">
        <span>{strings.kind}</span>
        <select
          value={filter.sort ?? ''}
          onChange={({ target }) =>
            onFilter({ ...filter, sort: changeSorts.find((sort) => sort === target.value) ?? null })
          }
        >
          <option value="">{strings.anyKind}</option>
          {changeSorts.map((sort) => (
            <option key={sort} value={sort}>
              {words.kind[sort]}
            </option>
          ))}
        </select>
      </label>
      <ChapterChoice
        outline={outline}
        chapter={filter.chapter}
        onChapter={(chapter) => onFilter({ ...filter, chapter })}
      />
      <label className="filter">
        <span>{strings.size}</span>
        <select
          value={filter.size ?? ''}
          onChange={({ target }) =>
            onFilter({ ...filter, size: changeSizes.find((size) => size === target.value) ?? null })
          }
        >
          <option value="">{strings.anySize}</option>
          {changeSizes.map((size) => (
            <option key={size} value={size}>
              {strings.sizes[size]}
            </option>
          ))}
        </select>
      </label>
      {(committees.length > 0 || filter.committee !== null) && (
        <label className="filter">
          <span>{strings.committee}</span>
          <select
            value={filter.committee ?? ''}
            onChange={({ target }) => onFilter({ ...filter, committee: target.value === '' ? null : target.value })}
          >
            <option value="">{strings.anyCommittee}</option>
            {[...new Set([...committees, ...(filter.committee === null ? [] : [filter.committee])])].map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

interface ChapterChoiceProps {
  readonly outline: Comparison['outline'];
  readonly chapter: number | null;
  readonly onChapter: (chapter: number | null) => void;
}

function ChapterChoice({ outline, chapter, onChapter }: ChapterChoiceProps) {
  const strings = useStrings().comparing.filters;
  // Made anew with the chapters only: there may be a thousand of them.
  const options = useMemo(
    () =>
      chapterMap(outline).chapters.map(({ heading, number, title }, index) => (
        <option key={heading} value={String(index)}>
          {`${number} ${title}`}
        </option>
      )),
    [outline],
  );
  return (
    <label className="filter">
      <span>{strings.chapter}</span>
      <select
        value={chapter === null ? '' : String(chapter)}
        onChange={({ target }) => onChapter(target.value === '' ? null : Number(target.value))}
      >
        <option value="">{strings.anyChapter}</option>
        <option value="-1">{strings.beforeChapters}</option>
        {options}
      </select>
    </label>
  );
}
