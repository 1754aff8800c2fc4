import type { ComponentProps } from 'react';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'disabled' | 'onClick'> {
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly isDisabled?: boolean | undefined;
  /** Whoever presses it with the pointer goes on writing where they were. */
  readonly leavesFocus?: boolean;
  /** By pointer or by key; what the button stands in does not hear of it. */
  readonly onPress?: (() => void) | undefined;
}

/** A button that says in words what it does. At most one `primary` a view. The browser's own: rows of a long list have several each. */
export function Button({ look = 'plain', type = 'button', isDisabled, leavesFocus, onPress, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      onMouseDown={leavesFocus ? (event) => event.preventDefault() : undefined}
      onClick={(event) => {
        event.stopPropagation();
        onPress?.();
      }}
      className={look === 'plain' ? 'button' : `button button--${look}`}
    />
  );
}
