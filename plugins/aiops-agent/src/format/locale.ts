/**
 * How numbers and dates are written: in the language of the page, as the
 * browser's region has it. Undefined leaves it to the browser.
 */
export function locale(): string | undefined {
  const { lang } = document.documentElement;
  if (!lang) {
    return undefined;
  }
  const regional = navigator.languages.find(
    language => language === lang || language.startsWith(`${lang}-`),
  );
  return regional ?? lang;
}
