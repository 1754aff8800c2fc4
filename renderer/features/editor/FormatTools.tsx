import { useState, type RefObject } from 'react';
import { Bold, Italic, Link as LinkIcon } from 'lucide-react';
import { blockOfLink } from '#shared/domain/blockLink';
import { noFormat, safeLink, type Format } from '#shared/domain/formats';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { ariaKeys } from '../../ui/shortcuts';
import type { EditorHandle } from './Editor';
import type { LinkAsked } from './formatting';

interface Formats {
  /** For the `Editor`: how the words look where the selection begins. */
  readonly onFormat: (format: Format) => void;
  /** For the `Editor`, and the palette: asks where the selected words are to lead. */
  readonly onLink: () => void;
  readonly tools: React.ReactNode;
}

/** Bold, italic and link for what is selected in an editor: the buttons, which show how the words are, and the dialog for an address. */
export function useFormatTools(editor: RefObject<EditorHandle | null>, isDisabled: boolean): Formats {
  const words = useStrings().writing;
  const [format, onFormat] = useState(noFormat);
  const [asked, setAsked] = useState<LinkAsked | null>(null);
  const onLink = () => setAsked(isDisabled ? null : (editor.current?.askLink() ?? null));
  const button = (name: 'bold' | 'italic', keys: string, icon: React.ReactNode) => (
    <Button
      look="quiet"
      aria-label={words[name]}
      aria-pressed={format[name]}
      aria-keyshortcuts={keys}
      isDisabled={isDisabled}
      leavesFocus
      onPress={() => editor.current?.toggleFormat(name)}
    >
      {icon}
    </Button>
  );
  return {
    onFormat,
    onLink,
    tools: (
      <>
        <span className="stage__group" role="group" aria-label={words.tools}>
          {button('bold', ariaKeys('formats', 0), <Bold size={15} aria-hidden />)}
          {button('italic', ariaKeys('formats', 1), <Italic size={15} aria-hidden />)}
          <Button
            look="quiet"
            aria-label={words.link}
            aria-pressed={format.link !== null && blockOfLink(format.link) === null}
            aria-keyshortcuts={ariaKeys('link')}
            isDisabled={isDisabled}
            leavesFocus
            onPress={onLink}
          >
            <LinkIcon size={15} aria-hidden />
          </Button>
        </span>
        {asked && (
          <LinkDialog
            asked={asked}
            onSet={(address) => {
              setAsked(null);
              editor.current?.setLink(asked, address);
            }}
            onClose={() => setAsked(null)}
          />
        )}
      </>
    ),
  };
}

interface LinkDialogProps {
  readonly asked: LinkAsked;
  readonly onSet: (address: string | null) => void;
  readonly onClose: () => void;
}

/** «www.…» and «kari@…» are what people write; the address is what they mean. */
const meant = (address: string): string => {
  const words = address.trim();
  if (/^[^\s:/@]+@[^\s:/@]+\.[^\s:/@]+$/u.test(words)) return `mailto:${words}`;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]|$)/u.test(words) ? `https://${words}` : words;
};

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words);

function LinkDialog({ asked, onSet, onClose }: LinkDialogProps) {
  const strings = useStrings();
  const words = strings.writing;
  const [address, setAddress] = useState(asked.address ?? '');
  const [isTried, setTried] = useState(false);
  const isBad = isTried && safeLink(meant(address)) === null;
  return (
    <Dialog title={words.linkTitle} onClose={onClose}>
      <p className="field__hint">{asked.words === '' ? words.linkNew : words.linkFor(shortened(asked.words))}</p>
      <form
        className="panel-stack"
        onSubmit={(event) => {
          event.preventDefault();
          const link = safeLink(meant(address));
          setTried(true);
          if (link !== null) onSet(link);
        }}
      >
        <Field label={words.address} hint={isBad ? words.badAddress : words.addressHint}>
          {(id, hint) => (
            <input
              id={id}
              aria-describedby={hint}
              aria-invalid={isBad}
              autoFocus
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog__actions">
          <Button onPress={onClose}>{strings.app.cancel}</Button>
          {asked.address !== null && <Button onPress={() => onSet(null)}>{words.removeLink}</Button>}
          <Button look="primary" type="submit">
            {words.setLink}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
