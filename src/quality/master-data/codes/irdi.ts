import type { CodeFault } from './code-fault.ts';

/**
 * International registration data identifier, ISO/IEC 11179-6 and ISO/TS 29002-5, as ECLASS writes it
 * (`0173-1#02-AAS354#002`) and as the IEC CDD does (`0112/2///61987#ABN590#002`): organisation, item, version.
 */
const form =
  /^\d{4}(?:-[0-9A-Z]{1,35}|(?:\/[0-9A-Za-z_.-]{0,35}){1,5})#(?:[0-9A-Z]{2}-)?[0-9A-Z]{3,131}#\d{1,10}$/;

export function irdi(code: string): CodeFault | null {
  return form.test(code) ? null : 'form';
}
