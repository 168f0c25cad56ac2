import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** What is going on, said as it changes. It stands on the page while empty, else its first words go unheard. */
export function Status({ children }: { readonly children: string }) {
  return (
    <p
      role="status"
      className={style({ font: 'body', margin: 0, position: { default: 'static', ':empty': 'absolute' } })}
    >
      {children}
    </p>
  );
}
