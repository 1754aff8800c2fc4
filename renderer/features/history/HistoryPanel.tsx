import type { AmendmentId, BlockId } from '#shared/core/ids';
import { describeReportEntry } from '#shared/import';
import type { RegisterEntry } from '#shared/register';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { Strings } from '../../i18n/nb';
import type { KeptOut } from '../editor';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { TimelineSection } from './TimelineSection';

interface HistoryPanelProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly focusBlock: BlockId | null;
  readonly canWrite: boolean;
  readonly keptOut: KeptOut;
}

/** Who wrote what, what was frozen, what was recorded, and what the import could not know. */
export function HistoryPanel({ session, snapshot, focusBlock, canWrite, keptOut }: HistoryPanelProps) {
  const strings = useStrings();
  const language = useLanguage();
  const { register, entries, importReport, baseline } = snapshot;
  const numberOf = (id: AmendmentId): string => register.amendments.get(id)?.number ?? '';
  return (
    <div className="panel-stack">
      <TimelineSection
        session={session}
        snapshot={snapshot}
        focusBlock={focusBlock}
        canWrite={canWrite}
        keptOut={keptOut}
      />
      <section>
        <h3>{strings.history.versions}</h3>
        <ul className="facts-list">
          {register.frozen.map(({ revision, name, at }) => (
            <li key={`${revision}-${at}`}>
              <strong>{name}</strong>
              <span className="field__hint">
                {formatMoment(at, strings)} · {revision.slice(0, 12)}
              </span>
            </li>
          ))}
          {baseline && (
            <li>
              <strong>{strings.history.baseline}</strong>
              <span className="field__hint">
                {baseline.title} · {baseline.id.slice(0, 12)}
              </span>
            </li>
          )}
        </ul>
        {register.frozen.length === 0 && <p className="field__hint">{strings.history.noVersions}</p>}
      </section>
      <section>
        <h3>{strings.history.events}</h3>
        {entries.length === 0 && <p className="field__hint">{strings.history.noEvents}</p>}
        <ol className="facts-list" reversed>
          {entries.toReversed().map((entry) => (
            <li key={entry.seq}>
              <span>{describeEntry(entry, numberOf, strings)}</span>
              <span className="field__hint">
                {formatMoment(entry.at, strings)} · {entry.hash.slice(0, 12)}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {importReport.length > 0 && (
        <section>
          <h3>{strings.history.importReport}</h3>
          <ul className="facts-list">
            {importReport.map((entry, index) => (
              <li key={index} data-severity={entry.severity}>
                {describeReportEntry(entry, language)}
                {entry.line !== null && <span className="field__hint">{strings.history.line(entry.line)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function describeEntry({ event }: RegisterEntry, numberOf: (id: AmendmentId) => string, strings: Strings): string {
  const words = strings.history.event;
  const deciding = strings.deciding.history;
  const numbersOf = (ids: readonly AmendmentId[]): string => ids.map(numberOf).join(', ');
  switch (event.type) {
    case 'frozen':
      return words.frozen(event.name);
    case 'phaseChanged':
      return words.phaseChanged(strings.phases[event.phase]);
    case 'submitted':
      return words.submitted(event.number);
    case 'withdrawn':
      return words.withdrawn(numberOf(event.amendment));
    case 'recommended':
      return words.recommended(numberOf(event.amendment));
    case 'ordered':
      return words.ordered;
    case 'decided':
      return words.decided(
        numberOf(event.amendment),
        strings.amendments.states[event.decision.result].toLocaleLowerCase(strings.locale),
      );
    case 'revised':
      return words.revised;
    case 'supported':
      return strings.filing.events.supported(numberOf(event.amendment));
    case 'takenOver':
      return strings.filing.events.takenOver(numberOf(event.amendment));
    case 'corrected':
      return strings.filing.events.corrected(numberOf(event.amendment));
    case 'grouped':
      return strings.filing.events.grouped(numberOf(event.amendment), event.members.map(numberOf).join(', '));
    case 'settled':
      return (event.onBehalf ? strings.filing.events.settledOnBehalf : strings.filing.events.settled)(
        numberOf(event.amendment),
      );
    case 'filingRulesSet':
      return strings.filing.events.filingRulesSet;
    case 'voteRuleSet':
      return deciding.voteRuleSet;
    case 'separated':
      return (event.separate ? deciding.separated : deciding.joined)(numberOf(event.amendment));
    case 'opened':
      return deciding.opened(numbersOf(event.amendments));
    case 'counted': {
      const { for: yes, against, abstained } = event.count;
      return deciding.counted(numbersOf(event.amendments), `${yes}–${against}–${abstained}`);
    }
    case 'leftUnfinished':
      return deciding.leftUnfinished(numbersOf(event.amendments));
    case 'finished':
      return deciding.finished[event.how];
    case 'textCorrected':
      return deciding.textCorrected(event.corrections.length);
    case 'takenBack':
      return deciding.takenBack(numbersOf(event.amendments));
  }
}
