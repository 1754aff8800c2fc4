import type { ExportInput } from '#shared/export/input';
import { meeting } from './meeting';
import { revisionOf } from './programmes';

/** Texts that would do harm if they were ever read as mark-up. */
const hostileLines = [
  '= Program "for" \\ alle $x$ #eval(1) <b>',
  '# </w:t></w:r> & ]]> <script>alert(1)</script>',
  'Tegn: \u0000\u0007\u001f\ud800 \ufffe ]]> &amp; &#x41; "\\u{41}" #panic() *stjerne* _strek_ ~~strøk~~ `kode` [lenke](x) |rør|',
  '1. At 100 %1 av #let x = 1 [hake] @ref <etikett> // kommentar /* slik */ skrives som det står.',
  '1. - + 1. # > ! = Emoji 👩‍⚕️🇳🇴, samisk čđŋšŧž, høyre-til-venstre שלום, og et_svært_langt_ord_uten_mellomrom_som_ikke_får_plass_på_linjen_i_det_hele_tatt_uansett.',
  '• Kulepunkt',
  '',
  '%1) Et merke som ligner en teller',
];
/** A meeting about them. */
export function hostileMeeting(): ExportInput {
  const plain = meeting();
  return {
    ...plain,
    newest: revisionOf(hostileLines, { prefix: 'x', name: 'Navn "<&>\\ #' }),
    baseline: revisionOf(hostileLines.slice(2).reverse(), { prefix: 'y' }),
    author: '"><w:p/> & #author',
  };
}
