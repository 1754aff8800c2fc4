import { useEffect, useState, type DragEvent, type ReactNode } from 'react';
import { FileText, Link2, Sparkles } from 'lucide-react';
import type { Language } from '#shared/core/failure';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { formatMoment, useStrings } from '../i18n/language';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { LanguageChoice } from './LanguageChoice';
import { foremost, recentProgrammes, type RecentProgramme } from './recentProgrammes';
import { readSample } from './sample';

interface StartScreenProps {
  readonly platform: Platform;
  readonly onResume: (recent: RecentProgramme) => void;
  readonly opening: string | null;
  readonly problem: string | null;
  readonly onOpen: () => void;
  readonly onFile: (file: OpenedFile) => void;
  readonly onJoin: (link: string, name: string) => void;
  readonly onLanguage: (language: Language) => void;
}

/** First run: three doors. No account, no wizard. */
export function StartScreen({
  platform,
  opening,
  problem,
  onResume,
  onOpen,
  onFile,
  onJoin,
  onLanguage,
}: StartScreenProps) {
  const strings = useStrings();
  const [joining, setJoining] = useState(false);
  const [link, setLink] = useState('');
  const [name, setName] = useState('');
  const [recent, setRecent] = useState<readonly RecentProgramme[]>([]);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? recent : foremost(recent);

  useEffect(() => {
    void recentProgrammes(platform).then(setRecent);
  }, [platform]);

  const takeDropped = async (event: DragEvent) => {
    event.preventDefault();
    const dropped = event.dataTransfer.files[0];
    if (dropped) onFile({ grant: null, name: dropped.name, bytes: new Uint8Array(await dropped.arrayBuffer()) });
  };

  return (
    <main className="start" onDragOver={(event) => event.preventDefault()} onDrop={(event) => void takeDropped(event)}>
      <div className="start__page">
        <h1>{strings.app.name}</h1>
        <p className="start__tagline">{strings.app.tagline}</p>
        {problem !== null && <Notice problem>{problem}</Notice>}
        {opening !== null ? (
          <p role="status">{strings.app.opening(opening)}</p>
        ) : (
          <section className="start__doors" aria-label={strings.start.doors}>
            <Door
              icon={<FileText aria-hidden />}
              title={strings.start.open}
              hint={strings.start.openHint}
              onPress={onOpen}
            />
            <Door
              icon={<Link2 aria-hidden />}
              title={strings.start.join}
              hint={strings.start.joinHint}
              onPress={() => setJoining(true)}
            />
            <Door
              icon={<Sparkles aria-hidden />}
              title={strings.start.sample}
              hint={strings.start.sampleHint}
              onPress={() => void readSample().then(onFile)}
            />
          </section>
        )}
        {joining && opening === null && (
          <form
            className="start__join"
            onSubmit={(event) => {
              event.preventDefault();
              onJoin(link, name);
            }}
          >
            <Field label={strings.start.invite}>
              {(id) => (
                <input id={id} value={link} autoFocus required onChange={(event) => setLink(event.target.value)} />
              )}
            </Field>
            <Field label={strings.start.yourName} hint={strings.start.yourNameHint}>
              {(id, hint) => (
                <input id={id} aria-describedby={hint} value={name} onChange={(event) => setName(event.target.value)} />
              )}
            </Field>
            <Button type="submit" look="primary">
              {strings.start.joinAction}
            </Button>
          </form>
        )}
        {recent.length > 0 && opening === null && (
          <section className="start__recent" aria-label={strings.start.recent}>
            <h2>{strings.start.recent}</h2>
            <ul>
              {shown.map((one) => (
                <li key={one.programme}>
                  <button type="button" className="link" onClick={() => onResume(one)}>
                    {one.title}
                  </button>{' '}
                  {one.setAside && <span className="tag">{strings.start.setAside}</span>}{' '}
                  <span className="field__hint">{formatMoment(one.at, strings)}</span>
                </li>
              ))}
            </ul>
            {shown.length < recent.length && (
              <Button look="quiet" onPress={() => setShowsAll(true)}>
                {strings.start.allRecent(recent.length)}
              </Button>
            )}
          </section>
        )}
        <footer className="start__foot">
          <span>{strings.start.dropHere}</span>
          <LanguageChoice onLanguage={onLanguage} />
        </footer>
      </div>
    </main>
  );
}

interface DoorProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  readonly onPress: () => void;
}

function Door({ icon, title, hint, onPress }: DoorProps) {
  return (
    <button type="button" className="door" onClick={onPress}>
      {icon}
      <span className="door__title">{title}</span>
      <span className="door__hint">{hint}</span>
    </button>
  );
}
