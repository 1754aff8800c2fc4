import { readTemplate, type Template } from '#shared/export/template';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 5h30" stroke="#123"/></svg>';
/** Two by one pixels. */
const points = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGM4YVPPAMEADpgCr/fkHc8AAAAASUVORK5CYII=';

/** A template of an organisation with a name, a colour and a logo, drawn or made of points. */
export function templateWithLogo(format: 'svg' | 'png' = 'svg'): Template {
  const data = format === 'svg' ? { format, source: drawing } : { format, base64: points };
  const logo = { data, alternative: 'Forbundets merke', width: 30, height: 10 };
  const given = { organisation: { name: 'Havnefogdforbundet', colour: '#1c4a6e', logo } };
  const template = readTemplate(JSON.stringify(given), 'nb');
  if (!template.ok) throw new Error(template.failure.code);
  return template.value;
}
