import type { Language } from '#shared/core/failure';
import { useLanguage } from '../i18n/language';
import { Toggles } from '../ui/Toggles';

const names: readonly { readonly key: Language; readonly text: string }[] = [
  { key: 'nb', text: 'Bokmål' },
  { key: 'nn', text: 'Nynorsk' },
  { key: 'en', text: 'English' },
];

/** The language of the interface, each named in itself. */
export function LanguageChoice({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  return <Toggles label="Språk / Language" options={names} selected={useLanguage()} onSelect={onLanguage} />;
}
