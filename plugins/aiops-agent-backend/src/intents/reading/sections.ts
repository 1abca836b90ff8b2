/** One answer of the documentation: a section of a page. */
export interface Section {
  /** `docs/costs-and-budgets.md` */
  path: string;
  /** `Costs and budgets` */
  page: string;
  /** `What is a budget?` */
  heading: string;
  /** Markdown below the heading. */
  text: string;
}

/** Where the platform repository keeps what people can read. */
const FOLDER = 'docs/';

/** The sections of all pages, without the note to whoever writes them. */
export function sectionsOf(files: ReadonlyMap<string, string>): Section[] {
  return [...files].flatMap(([path, content]) =>
    path.startsWith(FOLDER) &&
    path.endsWith('.md') &&
    !path.endsWith('/README.md')
      ? sectionsOfPage(path, content)
      : [],
  );
}

function sectionsOfPage(path: string, content: string): Section[] {
  const page = /^# +(.+)$/m.exec(content)?.[1].trim() ?? path;
  return content
    .split(/^## +/m)
    .slice(1)
    .map(part => {
      const [heading, ...lines] = part.split('\n');
      return {
        path,
        page,
        heading: heading.trim(),
        // Lines of a paragraph are one; it is shown at any width.
        text: lines
          .join('\n')
          .trim()
          .replace(/([^\n])\n(?=[^\n\-*|#>`])/g, '$1 '),
      };
    });
}
