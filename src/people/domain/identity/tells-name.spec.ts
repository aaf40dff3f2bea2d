import { describe, expect, it } from '@jest/globals';
import { tellsName } from './tells-name.js';

describe('a text tells the name of Catherine O’Brien-Łuczak', () => {
  const parts = ['catherine', 'obrien', 'luczak'];
  const tells = (text: string) => tellsName(text, (word) => parts.includes(word));

  it.each([
    'Catherine O’Brien-Łuczak',
    'INV O’BRIEN',
    "c. o'brien",
    'C O Brien',
    'LUCZAK-2024',
    'Łuczak',
    'luczak2024',
    'INV-COBRIEN-7',
    'OBRIENCA',
    'catherineobrien',
    'CATHÉRINE',
  ])('in %j', (text) => {
    expect(tells(text)).toBe(true);
  });

  it.each(['', 'INV-1001', 'CO-7', 'COB', 'Brienz', 'PO-77', 'cathy', 'obrieninvoice'])(
    'and not in %j',
    (text) => {
      expect(tells(text)).toBe(false);
    },
  );
});

describe('a short name', () => {
  it('is told by the word alone, and not by a word that ends like it', () => {
    const isPart = (word: string) => word === 'li' || word === 'o';
    expect(tellsName('LI-2024', isPart)).toBe(true);
    expect(tellsName('DALI-2024', isPart)).toBe(false);
    expect(tellsName('O-2024', isPart)).toBe(false);
  });
});
