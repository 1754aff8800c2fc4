import { useMemo, useState } from 'react';
import type { Failure, Language } from '#shared/core/failure';
import type { Block } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';
import { earlierPeriods } from '#shared/domain/source';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import type { SessionSnapshot } from '../../session';
import { runTask } from '../../workers/runTask';

/** A text that can be compared: the draft, a frozen version, the previous period's programme, an earlier one, or one opened for the purpose. */
export interface ComparedText {
  readonly key: string;
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly kind: 'opened' | 'period' | 'baseline' | 'revision' | 'draft';
}

export interface ComparedTexts {
  /** The oldest first, as far as that is known: opened ones by period, the previous period, versions as they were frozen, the draft. */
  readonly texts: readonly ComparedText[];
  readonly from: ComparedText | null;
  readonly to: ComparedText;
  readonly choose: (side: 'from' | 'to', key: string) => void;
  /** Asks for another programme or document and compares with it. */
  readonly openOther: () => Promise<void>;
  readonly closeOther: (key: string) => void;
  /** Why the last file could not be opened, in words. */
  readonly problem: string | null;
}

interface Opened extends ComparedText {
  readonly since: string;
}

const nameWithPeriod = (name: string, period: Revision['period']): string =>
  period === null || name.includes(period.from) ? name : `${name} ${period.from}–${period.to}`;

/** The texts at hand and which two of them are held against each other. */
export function useComparedTexts(
  snapshot: SessionSnapshot,
  revisions: readonly Revision[],
  platform: Platform,
): ComparedTexts {
  const strings = useStrings();
  const language = useLanguage();
  const [opened, setOpened] = useState<readonly Opened[]>([]);
  const [chosen, setChosen] = useState<{ readonly from: string | null; readonly to: string | null }>({
    from: null,
    to: null,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const { baseline, blocks, language: textLanguage, sources } = snapshot;

  const before = useMemo(
    (): readonly ComparedText[] => [
      ...[
        ...earlierPeriods(sources).map(({ id, name, title, period, blocks: own, language: spoken }): Opened => ({
          key: id,
          name: nameWithPeriod(title || name, period),
          blocks: own,
          language: spoken,
          kind: 'period',
          since: period?.from ?? '',
        })),
        ...opened,
      ].sort((a, b) => (a.since < b.since ? -1 : 1)),
      ...(baseline
        ? [
            {
              key: 'baseline',
              name: nameWithPeriod(strings.changes.previous, baseline.period),
              blocks: baseline.blocks,
              language: baseline.language,
              kind: 'baseline' as const,
            },
          ]
        : []),
      ...revisions
        .filter(({ id }) => id !== baseline?.id)
        .map(({ id, name, blocks: frozen, language: own }) => ({
          key: id,
          name,
          blocks: frozen,
          language: own,
          kind: 'revision' as const,
        })),
    ],
    [baseline, opened, revisions, sources, strings.changes.previous],
  );
  const draft = useMemo(
    (): ComparedText => ({ key: 'draft', name: strings.frame.draft, blocks, language: textLanguage, kind: 'draft' }),
    [blocks, strings.frame.draft, textLanguage],
  );
  const texts = [...before, draft];
  const to = texts.find(({ key }) => key === chosen.to) ?? draft;
  const usual = before.find(({ kind }) => kind === 'baseline') ?? before.findLast(({ key }) => key !== to.key);
  const from = texts.find(({ key }) => key === chosen.from) ?? usual ?? null;

  const fail = (failure: Failure): void => setProblem(describeFailure(failure, language));
  const openOther = async (): Promise<void> => {
    setProblem(null);
    const file = await platform.openFile();
    if (!file.ok) {
      fail(file.failure);
      return;
    }
    if (!file.value) return;
    const { name, bytes } = file.value;
    const read = await runTask('read', { name, bytes });
    if (!read.ok) {
      fail(read.failure);
      return;
    }
    const { title, period, language: own, blocks: text } = read.value;
    const key = `opened ${crypto.randomUUID()}`;
    setOpened((known) => [
      ...known,
      {
        key,
        name: nameWithPeriod(title || name, period),
        blocks: text,
        language: own,
        kind: 'opened',
        since: period?.from ?? '',
      },
    ]);
    setChosen((pair) => ({ ...pair, from: key }));
  };

  return {
    texts,
    from: from?.key === to.key ? null : from,
    to,
    choose: (side, key) => setChosen((pair) => ({ ...pair, [side]: key })),
    openOther,
    closeOther: (key) => setOpened((known) => known.filter((one) => one.key !== key)),
    problem,
  };
}
