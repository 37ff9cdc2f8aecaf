/** Verzonnen namen. Geen enkele combinatie verwijst naar een bestaand kind. */
export const ROEPNAMEN = [
  'Milan', 'Noor', 'Sem', 'Yara', 'Daan', 'Aya', 'Finn', 'Lotte', 'Mees', 'Zoë', 'Bram', 'Amira', 'Luuk', 'Fenna', 'Jayden', 'Isa', 'Thijs', 'Nora', 'Kaan', 'Lieke',
  'Sam', 'Elif', 'Jesse', 'Roos', 'Rayan', 'Tess', 'Gijs', 'Maya', 'Floris', 'Sanne', 'Adam', 'Vera', 'Niels', 'Jasmijn', 'Owen', 'Hanna', 'Tijn', 'Salma', 'Pim', 'Evi',
  'Boaz', 'Femke', 'Ilias', 'Liv', 'Stijn', 'Naomi', 'Quinten', 'Merel', 'Yusuf', 'Jara',
] as const;

export const ACHTERNAMEN = [
  'Koster', 'van den Berg', 'Hoogland', 'Bos', 'Prins', 'de Boer', 'Yıldız', 'Vermeer', 'van Dam', 'El Idrissi', 'Schouten', 'Martens', 'Kramer', 'van Wijk', 'Jacobs', 'Baptiste',
  'Verbeek', 'Koning', 'Timmer', 'de Ruiter', 'Okafor', 'van Vliet', 'Dijkstra', 'Slot', 'Nowak', 'Brouwer', 'van Es', 'Haddad', 'Postma', 'Willems', 'Sterk', 'van der Linden', 'Groen', 'Arslan', 'Blok', 'Pieters',
] as const;

export const KLACHTEN = [
  'Buikpijn en paniek op schooldagen, komt niet meer tot leren.',
  'Slaapt slecht en huilt elke ochtend, blijft aan de deur staan.',
  'Raakt snel overprikkeld in de groep en loopt weg uit de les.',
  'Is sinds een conflict in de klas somber en wil niet meer naar school.',
  'Hoofdpijn en vermoeidheid na een lange ziekte, de opbouw stokt.',
  'Vermijdt toetsen en groepswerk, valt stil zodra het druk wordt.',
] as const;

export const PATRONEN = [
  'Afwezig op dinsdag en donderdag.',
  'Elke maandag en vrijdag thuis.',
  'Losse dagen, steeds vaker na een weekend.',
  'Halve dagen: komt pas na de ochtendpauze.',
  'Hele dagen rond gymles en toetsen.',
] as const;

export const OORZAKEN = [
  'De overgang naar een grotere groep valt zwaar.',
  'Thuis is er spanning rond slapen en opstaan; op school mist houvast.',
  'Een ruzie met klasgenoten speelt nog steeds mee.',
  'De lesstof sluit niet aan en dat geeft faalangst.',
] as const;

export const AFSPRAKEN = [
  'Elke ochtend opvang bij de deur door een vaste begeleider.',
  'De eerste week halve dagen en elke vrijdag bellen met ouders.',
  'Een rustige werkplek en een kaartje om even uit de les te gaan.',
  'De leerling kiest elke dag met de leerkracht één les om mee te doen.',
] as const;

export const SAMENVATTINGEN = [
  'Leerling met oplopend verzuim; ouders en school werken samen.',
  'Het verzuim loopt sinds de vorige vakantie op; ouders zoeken hulp.',
  'Eerder hielp een rustige start; dat is nu niet meer genoeg.',
] as const;
