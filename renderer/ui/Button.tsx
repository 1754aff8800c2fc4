import type { ComponentProps } from 'react';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'disabled' | 'onClick'> {
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly isDisabled?: boolean | undefined;
  /** What was begun is being done: until then it does nothing more, and keeps the focus, which a disabled button would lose. */
  readonly isBusy?: boolean;
  /** Whoever presses it with the pointer goes on writing where they were. */
  readonly leavesFocus?: boolean;
  /** By pointer or by key; what the button stands in does not hear of it. */
  readonly onPress?: (() => void) | undefined;
}

/** A button that says in words what it does. At most one `primary` a view. The browser's own: rows of a long list have several each. */
export function Button({
  look = 'plain',
  type = 'button',
  isDisabled,
  isBusy,
  leavesFocus,
  onPress,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      aria-disabled={isBusy || undefined}
      onMouseDown={leavesFocus ? (event) => event.preventDefault() : undefined}
      onClick={(event) => {
        event.stopPropagation();
        if (!isBusy) onPress?.();
      }}
      className={look === 'plain' ? 'button' : `button button--${look}`}
    />
  );
}
