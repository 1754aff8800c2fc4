import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  readonly look?: 'plain' | 'primary' | 'quiet';
}

/** A button that says in words what it does. At most one `primary` a view. */
export function Button({ look = 'plain', ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={look === 'plain' ? 'button' : `button button--${look}`} />;
}
