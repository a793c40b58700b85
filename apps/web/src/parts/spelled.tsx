/** A code for the eye: in groups of four, as people read out and type. Whatever takes it takes it with the blanks. */
export const Spelled = ({ code }: { readonly code: string }) => <span className="spelled">{(code.match(/.{1,4}/g) ?? []).join(' ')}</span>;
