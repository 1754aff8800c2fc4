import { programmeOutcomes } from '#shared/amendment/amendment';
import type { ProposalDraft } from '#shared/schema/unsentProposals';
import { useStrings } from '../../i18n/language';
import { Field } from '../../ui/Field';
import type { BlockChoice } from './places';

interface ProposalInputProps {
  readonly draft: ProposalDraft;
  readonly destinations: readonly BlockChoice[];
  readonly onDraft: (draft: ProposalDraft) => void;
}

/** The field that the kind of change needs; a deletion and a join need none. */
export function ProposalInput({ draft, destinations, onDraft }: ProposalInputProps) {
  const strings = useStrings();
  const setText = (text: string) => onDraft({ ...draft, text });
  switch (draft.kind) {
    case 'deletion':
    case 'join':
      return null;
    case 'move':
      return (
        <Field label={strings.amendments.moveAfter}>
          {(id) => (
            <select
              id={id}
              value={draft.destination ?? ''}
              onChange={(event) =>
                onDraft({
                  ...draft,
                  destination: destinations.find((place) => place.id === event.target.value)?.id ?? null,
                })
              }
            >
              <option value="" disabled>
                …
              </option>
              {destinations.map((place) => (
                <option key={place.id} value={place.id}>
                  {place.text}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    case 'programme':
      return (
        <>
          <Field label={strings.filing.outcome}>
            {(id) => (
              <select
                id={id}
                value={draft.outcome}
                onChange={(event) =>
                  onDraft({
                    ...draft,
                    outcome: programmeOutcomes.find((one) => one === event.target.value) ?? 'reject',
                  })
                }
              >
                {programmeOutcomes.map((one) => (
                  <option key={one} value={one}>
                    {strings.filing.outcomes[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={strings.filing.outcomeText}>
            {(id) => <textarea id={id} rows={2} value={draft.text} onChange={(event) => setText(event.target.value)} />}
          </Field>
        </>
      );
    case 'replacement':
    case 'insertion':
    case 'split':
    case 'editorial': {
      const labels = {
        replacement: strings.amendments.newText,
        insertion: strings.amendments.insertedText,
        split: strings.amendments.newText,
        editorial: strings.amendments.instruction,
      };
      const hint = draft.kind === 'split' ? { hint: strings.amendments.splitText } : {};
      return (
        <Field label={labels[draft.kind]} {...hint}>
          {(id, described) => (
            <textarea
              id={id}
              className="proposal__text"
              aria-describedby={described}
              rows={4}
              value={draft.text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      );
    }
  }
}
