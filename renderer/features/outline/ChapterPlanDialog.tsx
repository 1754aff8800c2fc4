import { useState } from 'react';
import { planChanges, planFrom, type ChapterPlan } from '#shared/domain/chapterPlan';
import { formatCount, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import type { ChapterItem } from './chapterItems';
import { nameOf } from './folding';

interface ChapterPlanDialogProps {
  readonly chapter: ChapterItem;
  /** Gets what was changed, and nothing else: another may have changed the rest meanwhile. */
  readonly onSave: (changes: Partial<ChapterPlan>) => void;
  readonly onClose: () => void;
}

/** Who has the chapter, when it shall be ready, and how long it should be. */
export function ChapterPlanDialog({ chapter, onSave, onClose }: ChapterPlanDialogProps) {
  const strings = useStrings();
  const words = strings.chapterPlan;
  const [plan] = useState(chapter.plan);
  const [responsible, setResponsible] = useState(plan.responsible ?? '');
  const [due, setDue] = useState(plan.due ?? '');
  const [target, setTarget] = useState(plan.wordTarget === null ? '' : String(plan.wordTarget));
  const isTarget = /^\s*[1-9]\d{0,5}\s*$|^\s*$/u.test(target);
  return (
    <Dialog title={words.open(nameOf(chapter))} onClose={onClose}>
      <p className="field__hint">{words.intro}</p>
      <form
        className="panel-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTarget) return;
          onSave(planChanges(plan, planFrom({ responsible, due, wordTarget: Number(target) })));
          onClose();
        }}
      >
        <Field label={words.responsible} hint={words.responsibleHint}>
          {(id, hint) => (
            <input
              id={id}
              aria-describedby={hint}
              autoFocus
              value={responsible}
              onChange={(event) => setResponsible(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.due}>
          {(id) => <input id={id} type="date" value={due} onChange={(event) => setDue(event.target.value)} />}
        </Field>
        <Field
          label={words.wordTarget}
          hint={
            isTarget
              ? words.wordsNow(formatCount(chapter.words, strings), formatCount(chapter.characters, strings))
              : words.badTarget
          }
        >
          {(id, hint) => (
            <input
              id={id}
              inputMode="numeric"
              aria-describedby={hint}
              aria-invalid={!isTarget}
              value={target}
              onChange={(event) => setTarget(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog__actions">
          <Button onPress={onClose}>{strings.app.cancel}</Button>
          <Button look="primary" type="submit" isDisabled={!isTarget}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
