export { defaultTemplates } from './defaults';
export { knownPlaceholders } from './placeholders';
export { readTemplate, writeTemplate } from './read';
export { partsOf, type PaperTemplate, type PartName, type Template, type TemplateSection } from './template';
