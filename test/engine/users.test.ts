import { expect, test } from 'vitest';
import { RestError } from '../../engine/rest.ts';
import { makeUsers86, makeUsers89 } from '../../engine/users.ts';
import { gebruikerBezwaar } from '../../domein/gebruikers.ts';

test('8.6 kent alleen het account waarmee het zelf leest, en zegt dat', async () => {
  const users = makeUsers86('demo');
  expect([await users.bestaat('demo'), await users.bestaat('act'), await users.bestaat('j.jansen')]).toEqual([true, false, false]);
  expect(users.uitleg).toContain('demo');
});

test('8.9 zoekt de gebruiker op en neemt geen naam aan die er alleen op lijkt', async () => {
  const vragen: unknown[] = [];
  const users = makeUsers89(async (method, path, inhoud) => {
    vragen.push([method, path, inhoud]);
    return { items: [{ username: 'jansen', name: null }], page: {} };
  });
  expect([await users.bestaat('jansen'), await users.bestaat('Jansen')]).toEqual([true, false]);
  expect(vragen[0]).toEqual(['POST', '/v2/users/search', { filter: { username: 'jansen' }, page: { limit: 1 } }]);
});

test('zegt de engine niet wie er bestaat, dan wordt geen naam blind aangenomen', async () => {
  const users = makeUsers89(async () => { throw new RestError(403, 'FORBIDDEN', '/v2/users/search'); });
  await expect(gebruikerBezwaar(users, 'Gebruikersnaam IB-er', 'jansen')).rejects.toThrow(/USER: READ/);
  expect(await gebruikerBezwaar(users, 'Gebruikersnaam IB-er', '')).toEqual([]);
});
