import { contradicts, judgeVote, type VoteRule } from '#shared/voting';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { asDigits, choosable, countOf, type Written } from './ballot';

interface BallotFieldsProps {
  readonly written: Written;
  readonly rule: VoteRule;
  /** Whether a changed text is recommended, so that the chair says which one is adopted. */
  readonly hasChangedText: boolean;
  /** Where only one result is asked for, it is not chosen. */
  readonly isResultGiven?: boolean;
  /** Opens the choice of a rule for this one alone; left out where the programme's holds. */
  readonly onChooseRule?: () => void;
  readonly onWrite: (change: Partial<Written>) => void;
}

/** The result and the counts of one item, and what the counts amount to by the rule. */
export function BallotFields({
  written,
  rule,
  hasChangedText,
  isResultGiven = false,
  onChooseRule,
  onWrite,
}: BallotFieldsProps) {
  const strings = useStrings();
  const words = strings.deciding.ballot;
  const count = countOf(written);
  const verdict = count && judgeVote(rule, count);
  const contradiction = verdict && written.result !== null && contradicts(written.result, verdict.outcome);
  const needsPresent = rule.of === 'present' || rule.quorum !== null;
  const counts = [
    ['for', strings.voting.for],
    ['against', strings.voting.againstVotes],
    ['abstained', strings.voting.abstained],
    ...(needsPresent ? ([['present', words.present]] as const) : []),
  ] as const;
  return (
    <div className="voting__decide">
      {!isResultGiven && (
        <label>
          {strings.voting.result}
          <select
            value={written.result ?? ''}
            onChange={(event) => onWrite({ result: choosable.find((one) => one === event.target.value) ?? null })}
          >
            <option value="">{strings.voting.choose}</option>
            {choosable.map((one) => (
              <option key={one} value={one}>
                {strings.amendments.states[one]}
              </option>
            ))}
          </select>
        </label>
      )}
      {hasChangedText && written.result === 'adopted' && (
        <label>
          {words.wording}
          <select
            value={written.wording}
            onChange={(event) => onWrite({ wording: event.target.value === 'filed' ? 'filed' : 'recommended' })}
          >
            <option value="recommended">{words.asRecommended}</option>
            <option value="filed">{words.asFiled}</option>
          </select>
        </label>
      )}
      {counts.map(([key, label]) => (
        <label key={key}>
          {label}
          <input
            inputMode="numeric"
            pattern="[0-9]*"
            value={written[key]}
            onChange={(event) => onWrite({ [key]: asDigits(event.target.value) })}
          />
        </label>
      ))}
      {verdict?.outcome === 'tied' && (
        <label>
          {words.chairVote}
          <select
            value={written.chairVote ?? ''}
            onChange={(event) => onWrite({ chairVote: event.target.value === 'for' ? 'for' : 'against' })}
          >
            <option value="">{strings.voting.choose}</option>
            <option value="for">{strings.voting.for}</option>
            <option value="against">{strings.voting.againstVotes}</option>
          </select>
        </label>
      )}
      {onChooseRule && (
        <Button look="quiet" onPress={onChooseRule}>
          {strings.deciding.plan.rule(strings.deciding.rule.kinds[rule.majority.kind])}
        </Button>
      )}
      {verdict && (
        <output className="voting__verdict" data-contradiction={contradiction || undefined}>
          {words.verdict(verdict.outcome, verdict.needed)}
          {contradiction ? ` ${words.contradiction}` : ''}
        </output>
      )}
    </div>
  );
}
