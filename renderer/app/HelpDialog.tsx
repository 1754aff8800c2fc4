import type { Language } from '#shared/core/failure';
import { useStrings } from '../i18n/language';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { printedKeys, shortcutNames } from '../ui/shortcuts';
import { LanguageChoice } from './LanguageChoice';

interface HelpDialogProps {
  readonly onClose: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** What the marks mean, which keys there are, and the language of the interface. */
export function HelpDialog({ onClose, onLanguage }: HelpDialogProps) {
  const strings = useStrings();
  return (
    <Dialog title={strings.marks.legend} onClose={onClose}>
      <p>{strings.marks.legendIntro}</p>
      <ul className="legend">
        <li>
          <ins className="mark">{strings.marks.addedSample}</ins>
        </li>
        <li>
          <del className="mark">{strings.marks.struckSample}</del>
        </li>
        {(['reworded', 'moved', 'split', 'joined', 'inserted', 'retyped'] as const).map((kind) => (
          <li key={kind}>
            <span className={`tag tag--${kind}`}>{strings.changes.kind[kind]}</span>
          </li>
        ))}
      </ul>
      <h3>{strings.shortcuts.title}</h3>
      <dl className="keys">
        {shortcutNames.map((name) => (
          <div key={name}>
            <dt>
              <kbd>{printedKeys(name)}</kbd>
            </dt>
            <dd>{strings.shortcuts.meanings[name]}</dd>
          </div>
        ))}
      </dl>
      <LanguageChoice onLanguage={onLanguage} />
      <div className="dialog__actions">
        <Button look="primary" onPress={onClose}>
          {strings.app.close}
        </Button>
      </div>
    </Dialog>
  );
}
