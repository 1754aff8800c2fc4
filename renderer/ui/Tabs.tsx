import { useId, type KeyboardEvent, type ReactNode } from 'react';

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly name: ReactNode }[];
  readonly selected: Key;
  readonly onSelect: (key: Key) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

/** How far an arrow goes, from where one is among `count`; `null` for other keys. */
function stepOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null;
}

/**
 * Several views in one place, one of them shown: one stop for Tab, the arrows go from tab to tab and choose. The library's own lays out the whole window at each change
 * in the panel, to know whether something there can be focused: with 500 amendments behind a dialog that took seconds.
 */
export function Tabs<Key extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Key>) {
  const id = useId();
  const choose = (event: KeyboardEvent<HTMLElement>) => {
    const at = stepOf(
      event.key,
      tabs.findIndex(({ key }) => key === selected),
      tabs.length,
    );
    const chosen = at === null ? undefined : tabs[at];
    if (!chosen || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onSelect(chosen.key);
    document.getElementById(`${id}-${chosen.key}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} aria-orientation="horizontal" onKeyDown={choose}>
        {tabs.map(({ key, name }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            className="tab"
            aria-selected={key === selected}
            aria-controls={key === selected ? `${id}-panel` : undefined}
            tabIndex={key === selected ? 0 : -1}
            onClick={() => onSelect(key)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="tabpanel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  );
}
