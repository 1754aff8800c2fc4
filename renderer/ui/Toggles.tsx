import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface TogglesProps<Key extends string> {
  readonly label: string;
  readonly options: readonly { readonly key: Key; readonly text: string; readonly disabled?: boolean }[];
  readonly selected: Key;
  readonly onSelect: (key: Key) => void;
}

/** One choice out of a few, all in sight. */
export function Toggles<Key extends string>({ label, options, selected, onSelect }: TogglesProps<Key>) {
  return (
    <ToggleButtonGroup
      className="toggles"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ key }) => keys.has(key));
        if (chosen) onSelect(chosen.key);
      }}
    >
      {options.map(({ key, text, disabled }) => (
        <ToggleButton key={key} id={key} className="toggle" isDisabled={disabled ?? false}>
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
