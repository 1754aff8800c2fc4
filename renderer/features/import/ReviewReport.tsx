import { describeReportEntry, type ReportEntry } from '#shared/import';
import { useLanguage, useStrings } from '../../i18n/language';

interface ReviewReportProps {
  readonly report: readonly ReportEntry[];
  readonly onGo: (line: number) => void;
}

/** All that the import guessed, left out or found odd; the same that stays with the programme. */
export function ReviewReport({ report, onGo }: ReviewReportProps) {
  const strings = useStrings();
  const language = useLanguage();
  if (report.length === 0) return null;
  return (
    <details className="import__report">
      <summary>{strings.importing.report(report.length)}</summary>
      <p className="field__hint">{strings.importing.reportHint}</p>
      <ul className="facts-list" tabIndex={0} aria-label={strings.importing.report(report.length)}>
        {report.map((entry, index) => {
          const { line } = entry;
          return (
            <li key={index} data-severity={entry.severity}>
              {describeReportEntry(entry, language)}
              {line !== null && (
                <button type="button" className="link import__line" onClick={() => onGo(line)}>
                  {strings.importing.line(line)}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
