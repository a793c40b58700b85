import nothing from 'a-package-that-nobody-declared';
export const undeclared = nothing;
