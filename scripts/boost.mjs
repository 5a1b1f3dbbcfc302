/**
 * Gradient-boosted decision trees for a weighted yes/no question, small enough to read (no dependency).
 * rows: Float32Array[] of equal length; labels 0…1; weights ≥ 0. Trees grow leaf by leaf on binned features.
 */
const BINS = 32;

function limitsOf(rows, f, sample) {
  const values = sample.map((r) => rows[r][f]).sort((a, b) => a - b);
  const limits = [];
  for (let b = 1; b < BINS; b++) {
    const v = values[Math.floor((b * values.length) / BINS)];
    if (limits.length === 0 ? v > values[0] || values[0] !== values[values.length - 1] : v > limits[limits.length - 1]) limits.push(v);
  }
  // "value > limit": a limit equal to the largest value parts nothing.
  const distinct = [...new Set(values)];
  if (distinct.length <= 8) return distinct.slice(0, -1).map((v, i) => (v + distinct[i + 1]) / 2);
  return [...new Set(limits)].filter((v) => v < values[values.length - 1]);
}

/** Bins all features once; the result serves any number of trainings on subsets of the rows. */
export function binRows(rows) {
  const n = rows.length;
  const sample = Array.from({ length: Math.min(n, 40000) }, (_, i) => Math.floor((i * n) / Math.min(n, 40000)));
  const width = rows[0].length;
  const limits = [];
  const bins = [];
  for (let f = 0; f < width; f++) {
    const cut = limitsOf(rows, f, sample);
    const column = new Uint8Array(n);
    for (let r = 0; r < n; r++) {
      let lo = 0;
      let hi = cut.length;
      const v = rows[r][f];
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (v > cut[mid]) lo = mid + 1;
        else hi = mid;
      }
      column[r] = lo;
    }
    limits.push(cut);
    bins.push(column);
  }
  return { limits, bins, n, width };
}

/**
 * Trains on the row numbers in `use`; with `groups` (the group of each row, rising) one row of each is to be chosen. Returns {bias, trees: [[nodes [feature, limit, no, yes], leaves]], scores (of all rows)}. */
export function boost(
  { limits, bins, n, width },
  labels,
  weights,
  use,
  { trees = 60, leaves = 8, rate = 0.15, minWeight = 2, lambda = 1, columns = 0.6, share = 0.4, seed = 1, groups = null } = {},
) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  let up = 0;
  let all = 0;
  for (const r of use) {
    up += labels[r] * weights[r];
    all += weights[r];
  }
  const bias = groups ? 0 : Math.log(up / (all - up));
  const scores = new Float64Array(n).fill(bias);
  const grad = new Float64Array(n);
  const hess = new Float64Array(n);
  const out = [];
  for (let t = 0; t < trees; t++) {
    // Rows of one group compete: their chances add up to 1.
    const sums = groups ? new Float64Array(groups[groups.length - 1] + 1) : null;
    if (sums) for (const r of use) sums[groups[r]] += Math.exp(scores[r]);
    for (const r of use) {
      const p = sums ? Math.exp(scores[r]) / sums[groups[r]] : 1 / (1 + Math.exp(-scores[r]));
      grad[r] = weights[r] * (labels[r] - p);
      hess[r] = weights[r] * p * (1 - p) + 1e-9;
    }
    const drawn = share < 1 ? use.filter(() => random() < share) : use;
    const chosen = [];
    for (let f = 0; f < width; f++) if (limits[f].length && random() < columns) chosen.push(f);
    const best = (members) => {
      let g = 0;
      let h = 0;
      for (const r of members) {
        g += grad[r];
        h += hess[r];
      }
      const found = { gain: 1e-6, f: -1, b: 0, members, g, h };
      const hg = new Float64Array(BINS);
      const hh = new Float64Array(BINS);
      for (const f of chosen) {
        hg.fill(0);
        hh.fill(0);
        const column = bins[f];
        for (let k = 0; k < members.length; k++) {
          const r = members[k];
          const b = column[r];
          hg[b] += grad[r];
          hh[b] += hess[r];
        }
        let lg = 0;
        let lh = 0;
        for (let b = 0; b < limits[f].length; b++) {
          lg += hg[b];
          lh += hh[b];
          if (lh < minWeight || h - lh < minWeight) continue;
          const gain = (lg * lg) / (lh + lambda) + ((g - lg) * (g - lg)) / (h - lh + lambda) - (g * g) / (h + lambda);
          if (gain > found.gain) Object.assign(found, { gain, f, b });
        }
      }
      return found;
    };
    // slot: where in the growing tree the leaf hangs
    const nodes = [];
    let open = [{ ...best(drawn), slot: null }];
    while (open.length < leaves) {
      open.sort((a, b) => b.gain - a.gain);
      const top = open[0];
      if (top.f < 0) break;
      open = open.slice(1);
      const column = bins[top.f];
      const no = [];
      const yes = [];
      for (const r of top.members) (column[r] > top.b ? yes : no).push(r);
      const index = nodes.length;
      nodes.push([top.f, limits[top.f][top.b], 0, 0]);
      if (top.slot) nodes[top.slot[0]][top.slot[1]] = index;
      open.push({ ...best(Uint32Array.from(no)), slot: [index, 2] }, { ...best(Uint32Array.from(yes)), slot: [index, 3] });
    }
    if (nodes.length === 0) break;
    const values = open.map((leaf, k) => {
      nodes[leaf.slot[0]][leaf.slot[1]] = -1 - k;
      return (rate * leaf.g) / (leaf.h + lambda);
    });
    const edge = nodes.map(([f, limit]) => limits[f].indexOf(limit));
    for (let r = 0; r < n; r++) {
      let k = 0;
      while (k >= 0) {
        const node = nodes[k];
        k = bins[node[0]][r] > edge[k] ? node[3] : node[2];
      }
      scores[r] += values[-1 - k];
    }
    out.push([nodes, values]);
  }
  return { bias, trees: out, scores };
}
