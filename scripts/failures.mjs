/** What failed and why, from the test runners' own reports: a paragraph for each failed test. */
import { stripVTControlCharacters } from 'node:util';

const REASON_LINES = 12;
const REASON_CHARACTERS = 2_000;

/**
 * @param {string} title where and what, in one line
 * @param {readonly (string | undefined)[]} reasons of each the beginning is kept
 */
const paragraph = (title, reasons) =>
  [
    title,
    ...reasons.map((reason = '') =>
      stripVTControlCharacters(reason).split('\n').slice(0, REASON_LINES).join('\n').slice(0, REASON_CHARACTERS),
    ),
  ].join('\n');

/** Of Vitest's JSON report. A file that could not be read has no tests, only a message. */
export const unitFailures = ({ testResults = [] }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0
      ? [paragraph(name, [message])]
      : assertionResults
          .filter((test) => test.status === 'failed')
          .map(({ fullName, failureMessages }) => paragraph(`${name} › ${fullName}`, failureMessages)),
  );

/** Of Playwright's JSON report, whose suites lie within each other. */
export const endToEndFailures = ({ suites = [], specs = [] }) => [
  ...specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ results }) =>
        paragraph(
          `${file}:${line} › ${title}`,
          results.flatMap(({ errors }) => errors.map(({ message }) => message)),
        ),
      ),
  ),
  ...suites.flatMap(endToEndFailures),
];
