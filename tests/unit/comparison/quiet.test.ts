import { describe, expect, it } from 'vitest';
import { describeReason, quietFindings, sentenceMovesOf } from '#shared/comparison';
import type { Language } from '#shared/core/failure';
import { alignBlocks } from '#shared/diff';
import { continued, side } from '../diff/blocks';

/** The findings in short: «negationDropped: ikke», «obligationWeakened: skal → bør». All reasons of a finding on one line. */
function told(before: string, after: string, language: Language = 'nb'): readonly string[] {
  const base = side('a', [before]);
  const current = [continued(base[0], 'b-0', after)];
  return alignBlocks(base, current)
    .changes.flatMap((change) => quietFindings(change, language))
    .map(({ reasons }) =>
      reasons
        .map(({ reason, struck, added }) => `${reason}: ${struck}${added === '' ? '' : ` → ${added}`}`)
        .join(' | '),
    );
}

describe('quiet changes', () => {
  it.each([
    ['Fyret skal ikke selges.', 'Fyret skal selges.', ['negationDropped: ikke']],
    ['Ingen skal gå alene på vakt.', 'Noen skal gå alene på vakt.', ['negationDropped: Ingen']],
    ['Kaia kan stenges uten varsel.', 'Kaia kan stenges med varsel.', ['negationDropped: uten']],
    ['Fyret skal selges.', 'Fyret skal ikke selges.', ['negationAdded:  → ikke']],
    ['Fyret blir aldri solgt.', 'Fyret blir ikke solgt.', []],
    ['Alle skal med, unntatt fyret.', 'Alle skal med.', ['negationDropped: unntatt | tailDropped: , unntatt fyret']],
    [
      'Fyret er uavhengig av havnene.',
      'Fyret er avhengig av havnene.',
      ['negationDropped: uavhengig | limitDropped: uavhengig'],
    ],
    [
      'Det gis like tilskudd til alle fyr.',
      'Det gis ulike tilskudd til alle fyr.',
      ['negationAdded:  → ulike | limitDropped: like'],
    ],
    ['Det er en stri strøm i sundet.', 'Det er ei stri strøm i sundet.', []],
  ])('Q2 %s → %s', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it.each([
    ['Staten skal eie fyrene.', 'Staten bør eie fyrene.', ['obligationWeakened: skal → bør']],
    ['Staten må eie fyrene.', 'Staten kan eie fyrene.', ['obligationWeakened: må → kan']],
    ['Staten bør eie fyrene.', 'Staten skal eie fyrene.', ['obligationStrengthened: bør → skal']],
    ['Staten skal eie fyrene.', 'Staten må eie fyrene.', []],
    [
      'Staten skal alltid eie alle fyrene langs leden.',
      'Staten eier alltid alle fyrene langs leden.',
      ['obligationDropped: skal', 'wordsDropped: eie'],
    ],
  ])('Q3 %s → %s', (before, after, expected) => {
    expect(told(before, after).map((line) => line.split(' | ')[0])).toEqual(expected);
  });

  it('Q3 an obligation that went into the lead-in is not lost', () => {
    const findings = told('Vi må bygge nye kaier i hver havn.', 'At det bygges nye kaier i hver havn.');
    expect(findings.join()).not.toContain('obligation');
  });

  it.each([
    ['Det øves to ganger i året.', 'Det øves tre ganger i året.', ['numberChanged: to → tre']],
    ['Innen 2027 er kaia ferdig.', 'Innen 2029 er kaia ferdig.', ['numberChanged: 2027 → 2029']],
    ['Minst 2,5 prosent går til fyr.', 'Minst 2,5 prosent går til fyrene.', []],
  ])('Q4 %s → %s', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it.each([
    ['Vi er mot salg av fyrene.', 'Vi er for salg av fyrene.', 'opposite: mot → for'],
    ['At antallet loser økes.', 'At antallet loser reduseres.', 'opposite: økes → reduseres'],
    ['At trål i fjorden forbys.', 'At trål i fjorden tillates.', 'opposite: forbys → tillates'],
    ['Alle under 20 år får gratis kart.', 'Alle over 20 år får gratis kart.', 'opposite: under → over'],
    ['Det er kaier for alle.', 'Det er brygger for alle.', ''],
    ['Vi er for kart og mot salg.', 'Vi er for sjøkart og mot salg.', ''],
  ])('Q11 %s → %s', (before, after, expected) => {
    expect(told(before, after).join().split(' | ')[0]).toBe(expected);
  });

  it('Q4 digits grouped another way are the same number', () => {
    expect(told('Det er 10 000 fyr langs kysten.', 'Det er 10.000 fyr langs kysten.')).toEqual([]);
    expect(told('Det er 2,5 meter dypt.', 'Det er 25 meter dypt.')).toEqual(['numberChanged: 2,5 → 25']);
  });

  it('Q5 a word that bounds a promise', () => {
    expect(told('Brukerne er med igjen når systemet prøves.', 'Brukerne er med når systemet prøves.')).toEqual([
      'limitDropped: igjen',
    ]);
  });

  it('Q6 a sentence struck from a kept block', () => {
    const before = 'Kaiene bygges sterke. De males hvert år. De skal vare lenge.';
    expect(told(before, 'Kaiene bygges sterke. De skal vare lenge.')).toEqual(['sentenceDropped: De males hvert år.']);
  });

  it('Q6 the end of a sentence', () => {
    expect(told('At salget av kaiene stanses og reverseres.', 'At salget av kaiene stanses.')).toEqual([
      'tailDropped: og reverseres',
    ]);
    expect(told('At kaiene males, repareres og vedlikeholdes.', 'At kaiene males.')).toEqual([
      'tailDropped: , repareres og vedlikeholdes',
    ]);
  });

  it('Q7 words with nothing, or far less, in their place', () => {
    expect(told('At det bygges åpne kaier i havna.', 'At det bygges kaier i havna.')).toEqual(['wordsDropped: åpne']);
    expect(told('At fyr, lykter, merker og staker pusses daglig.', 'At utstyr pusses daglig.')).toHaveLength(1);
  });

  it('Q8 small words, marks and equal rewordings are not told', () => {
    expect(told('At det der bygges kaier.', 'At det bygges kaier.')).toEqual([]);
    expect(told('At det bygges kaier, nå.', 'At det bygges kaier nå.')).toEqual([]);
    expect(told('At det bygges brede kaier.', 'At det bygges smale kaier.')).toEqual([]);
  });

  describe('sentences that stand elsewhere now', () => {
    const [kept, other, last] = [
      'Kaiene skal bygges sterke nok.',
      'Lyktene tennes hver kveld i mørketiden.',
      'Losene har vakt hele døgnet.',
    ];
    const first = 'Havnene holdes åpne hele vinteren, og moloene repareres hver vår.';
    const wanderer = 'Fyrene må ikke selges til private før alle er spurt.';
    const found = (before: readonly string[], after: readonly string[]) => {
      const between = [
        first,
        'Isbryterne ligger klare fra november til mars.',
        'Sjøkart er gratis for alle som ferdes langs kysten.',
      ];
      const [base, current] = [before, after].map((texts) =>
        side(texts === before ? 'a' : 'b', [texts[0] ?? '', ...between, ...texts.slice(1)]),
      );
      if (base === undefined || current === undefined) throw new Error('no sides');
      const alignment = alignBlocks(base, current);
      const moves = sentenceMovesOf(alignment, base, current);
      return alignment.changes.flatMap((change, index) =>
        quietFindings(change, 'nb', moves.get(index)).map(({ reasons, moves: told, weight }) => ({
          reasons: reasons.map(({ reason, struck }) => `${reason}: ${struck}`),
          moved: told.map(({ sentence, otherSentence }) => [sentence, otherSentence]),
          weight,
        })),
      );
    };

    it('Q10 were not struck: nothing of theirs is lost', () => {
      expect(found([`${kept} ${wanderer} ${last}`, other], [`${kept} ${last}`, `${other} ${wanderer}`])).toEqual([
        { reasons: ['sentenceMoved: '], moved: [[wanderer, wanderer]], weight: 0 },
      ]);
    });

    it('Q10 what was struck beside them is', () => {
      const struck = 'Det skal minst være to om natten.';
      const before = `${kept} ${wanderer} ${struck} ${last}`;
      expect(found([before, other], [`${kept} ${last}`, `${other} ${wanderer}`])).toMatchObject([
        {
          reasons: [
            'obligationDropped: skal',
            'numberChanged: to',
            'limitDropped: minst',
            'sentenceDropped: ' + struck,
            'sentenceMoved: ',
          ],
        },
      ]);
    });

    it('Q10 what one lost on the way is told, with both wordings, also where the whole block it stood in is struck', () => {
      const without = wanderer.replace(' ikke', '');
      const expected = [{ reasons: ['negationDropped: ikke'], moved: [[wanderer, without]], weight: 9 }];
      const after = [`${kept} ${last}`, `${other} ${without}`];
      expect(found([`${kept} ${last}`, other, first.toUpperCase(), wanderer], [...after, first.toUpperCase()])).toEqual(
        expected,
      );
      expect(found([`${kept} ${wanderer} ${last}`, other], after)).toContainEqual(expected[0]);
    });

    it('Q10 what was turned about within one paragraph has lost nothing, however short', () => {
      expect(
        told(
          `${first} ${kept} ${wanderer} Dette må endres. Ingen er tjent med det.`,
          `${wanderer} Dette må endres. Ingen er tjent med det. ${first} ${kept}`,
        ).join(),
      ).toBe('sentenceMoved: ');
    });

    it('Q10 what stood twice and stands once was dropped once', () => {
      const before = [`${kept} ${wanderer} ${last} ${wanderer} Slik er det hele året.`, other];
      const reasons = found(before, [`${kept} ${last} Slik er det hele året.`, `${other} ${wanderer}`]).map(
        (one) => one.reasons[0],
      );
      expect(reasons.sort()).toEqual(['negationDropped: ikke', 'sentenceMoved: ']);
    });

    it('Q10 two that changed places have lost nothing', () => {
      const one = `${kept} ${wanderer}`;
      const two = `Lyktene skal tennes hver kveld i mørketiden. ${last}`;
      const after = [`${kept} Lyktene skal tennes hver kveld i mørketiden.`, `${wanderer} ${last}`];
      expect(found([one, two], after).flatMap(({ reasons }) => reasons)).toEqual([
        'sentenceMoved: ',
        'sentenceMoved: ',
      ]);
    });
  });

  it('Q4 a letter that is written as two signs is the same letter', () => {
    expect(told('Én los må være på vakt.', 'Én los må være på vakt.'.normalize('NFD'))).toEqual([]);
    expect(told('Én los er på vakt.', 'En los er på vakt.')).toEqual(['numberChanged: Én']);
  });

  it('Q1 a whole struck block is not quiet', () => {
    const base = side('a', ['At fyret ikke selges.', 'At kaia males.']);
    const changes = alignBlocks(base, base.slice(1)).changes;
    expect(changes.flatMap((change) => quietFindings(change, 'nb'))).toEqual([]);
  });

  it('Q2 Q3 in English and nynorsk', () => {
    expect(told('It shall not be sold.', 'It should be sold.', 'en').join()).toContain('negationDropped: not');
    expect(told('Fyret skal ikkje seljast.', 'Fyret skal seljast.', 'nn').join()).toContain('negationDropped: ikkje');
  });

  it('tells the reason in words', () => {
    const weaker = { reason: 'obligationWeakened', struck: 'skal', added: 'bør' } as const;
    expect(describeReason(weaker, 'nb')).toBe('Svakere forpliktelse: «skal» er blitt «bør»');
    expect(describeReason(weaker, 'nn')).toBe('Svakare plikt: «skal» er blitt «bør»');
    expect(describeReason(weaker, 'en')).toBe('Weaker obligation: “skal” became “bør”');
  });

  it('keeps enough of the text around to know the place', () => {
    const long = 'Ord '.repeat(40).trim();
    const base = side('a', [`${long} skal ikke selges ${long}.`]);
    const current = [continued(base[0], 'b-0', `${long} skal selges ${long}.`)];
    const [finding] = alignBlocks(base, current).changes.flatMap((change) => quietFindings(change, 'nb'));
    expect(finding?.before).toMatch(/^… .*skal $/u);
    expect(finding?.after).toMatch(/^\s*selges .*…$/u);
    expect((finding?.before.length ?? 0) + (finding?.after.length ?? 0)).toBeLessThan(130);
  });
});
