import fc from 'fast-check';

// A run is the same each time; FAST_CHECK_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_124) });
