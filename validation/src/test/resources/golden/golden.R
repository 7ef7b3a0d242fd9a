# Golden values of the statistics in org.trabecula.validation, and the made-up data they are of.
# Run in this folder:  Rscript golden.R   (Debian 12: r-base-core r-cran-proc r-cran-epir r-cran-psych r-cran-vcd)
# Where a value comes from a package, the line names it; the rest is the published formula in base R.
# All data are synthetic except where a source is named.
suppressMessages({library(pROC); library(epiR); library(psych); library(vcd)})
set.seed(20261125)
out <- file("golden.tsv", "w")
prefix <- ""
put <- function(name, ...) {
  values <- unlist(list(...))
  stopifnot(all(is.finite(values)))
  writeLines(paste(paste0(prefix, name), paste(sprintf("%.17g", values), collapse = "\t"), sep = "\t"), out)
}
z <- qnorm(0.975)

# --- data ---------------------------------------------------------------------------------------
if (!file.exists("pairs.csv")) {
  truth <- round(rnorm(60, 0.95, 0.14), 3)
  estimate <- round(0.12 + 0.9 * truth + rnorm(60, 0, 0.05), 3)
  write.csv(data.frame(estimate, truth), "pairs.csv", row.names = FALSE)
  coarse <- round(rnorm(40, 0.95, 0.14) / 0.05) * 0.05
  write.csv(data.frame(estimate = round(round((coarse + rnorm(40, 0, 0.06)) / 0.05) * 0.05, 2),
                       truth = round(coarse, 2)), "ties.csv", row.names = FALSE)
  subject <- rep(1:15, times = rep(c(2, 3, 4), 5))
  level <- rnorm(15, 0.95, 0.14)
  write.csv(data.frame(subject, density = round(level[subject] + rnorm(45, 0, 0.012), 4)),
            "repeats.csv", row.names = FALSE)
  diseased <- rep(c(1, 0), c(45, 75))
  common <- rnorm(120)
  a <- round(1.3 * diseased + 0.7 * common + 0.7 * rnorm(120), 1)
  b <- round(0.9 * diseased + 0.7 * common + 0.7 * rnorm(120), 1)
  risk <- round(pmin(0.99, pmax(0.01, plogis(-1.2 + 1.5 * a))), 2)
  other <- round(pmin(0.99, pmax(0.01, plogis(-1 + 1.1 * b))), 2)
  write.csv(data.frame(subject = rep(1:60, 2), diseased, a, b, risk, other), "scores.csv",
            row.names = FALSE)
}
pairs <- read.csv("pairs.csv")
ties <- read.csv("ties.csv")
repeats <- read.csv("repeats.csv")
scores <- read.csv("scores.csv")

# --- quantiles ----------------------------------------------------------------------------------
put("quantile.student", qt(0.975, c(1, 2, 16, 58.5, 1000)))
put("quantile.chisq", qchisq(0.025, c(1, 5, 30)), qchisq(0.975, c(1, 5, 30)))
put("quantile.f", qf(0.975, 59, 2.7), qf(0.975, 2.7, 59), qf(0.95, 10, 300.25))
put("noncentral.cdf", pt(2, 5, 1), pt(10, 16, 8), pt(-1, 3, 0.5), pt(3, 1, 2), pt(30, 200, 28))
put("noncentral.quantile", qt(0.025, 16, z * sqrt(17)), qt(0.975, 16, z * sqrt(17)),
    qt(0.975, 1, z * sqrt(2)), qt(0.5, 59, -4))

# Every figure with its interval at a level of confidence.
figures <- function(level) {
  low <- (1 - level) / 2; high <- (1 + level) / 2; z <- qnorm(high)
  # --- errors -------------------------------------------------------------------------------------
  e <- pairs$estimate - pairs$truth
  put("errors", mean(abs(e)), sqrt(mean(e^2)), mean(e))
  put("bias", t.test(e)$estimate, t.test(e, conf.level = level)$conf.int)  # stats::t.test

  # --- limits of agreement for 95 % of the differences: exact intervals of Carkeet 2015 by stats::qt ---
  within <- qnorm(0.975)
  limits <- function(name, e, m) {
    n <- length(e); s <- sd(e); d <- mean(e)
    near <- qt(low, n - 1, within * sqrt(n)) * s / sqrt(n)
    far <- qt(high, n - 1, within * sqrt(n)) * s / sqrt(n)
    put(paste0(name, ".sd"), s)
    put(paste0(name, ".lower"), d - within * s, d - far, d - near)
    put(paste0(name, ".upper"), d + within * s, d + near, d + far)
    if (n == 2) return()
    fit <- lm(e ~ m)
    put(paste0(name, ".proportional"), coef(fit)[2], confint(fit, level = level)[2, ])  # stats::lm
  }
  limits("limits", e, (pairs$estimate + pairs$truth) / 2)
  large <- c(494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427)
  mini <- c(512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451)
  limits("peakflow", large - mini, (large + mini) / 2)  # data: Bland and Altman 1986

  # --- correlations -------------------------------------------------------------------------------
  ct <- cor.test(pairs$estimate, pairs$truth, conf.level = level)  # stats::cor.test
  put("pearson", ct$estimate, ct$conf.int)
  put("ccc", unlist(epi.ccc(pairs$estimate, pairs$truth, ci = "z-transform", conf.level = level)$rho.c))  # epiR
  put("ccc.peakflow", unlist(epi.ccc(large, mini, ci = "z-transform", conf.level = level)$rho.c))
  icc <- function(name, x) {  # psych::ICC, by analysis of variance
    r <- ICC(x, alpha = 1 - level, lmer = FALSE)$results
    r <- r[r$type == "ICC2", ]
    put(name, r$ICC, r$`lower bound`, r$`upper bound`)
  }
  icc("icc", as.matrix(pairs))
  icc("icc.ties", as.matrix(ties))
  # Shrout and Fleiss 1979, table 2; they print 0.29.
  icc("icc.shrout", matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7),
                           ncol = 4, byrow = TRUE))

  # --- Deming: slope of Deming 1943, interval by the jackknife (Linnet 1990) ------------------------
  deming <- function(x, y, lambda) {  # lambda: error variance of y over that of x
    sxx <- sum((x - mean(x))^2); syy <- sum((y - mean(y))^2); sxy <- sum((x - mean(x)) * (y - mean(y)))
    b <- (syy - lambda * sxx + sqrt((syy - lambda * sxx)^2 + 4 * lambda * sxy^2)) / (2 * sxy)
    c(b, mean(y) - b * mean(x))
  }
  jackknifed <- function(name, x, y, lambda) {
    n <- length(x); full <- deming(x, y, lambda)
    less <- t(sapply(seq_len(n), function(i) deming(x[-i], y[-i], lambda)))
    pseudo <- sweep(-(n - 1) * less, 2, n * full, "+")
    se <- apply(pseudo, 2, sd) / sqrt(n)
    t <- qt(high, n - 2)
    put(paste0(name, ".slope"), full[1], full[1] - t * se[1], full[1] + t * se[1])
    put(paste0(name, ".intercept"), full[2], full[2] - t * se[2], full[2] + t * se[2])
  }
  jackknifed("deming", pairs$truth, pairs$estimate, 1)
  jackknifed("deming.ratio", pairs$truth, pairs$estimate, 4)

  # --- Passing and Bablok 1983 (doi:10.1515/cclm.1983.21.11.709) ------------------------------------
  passing <- function(name, x, y) {
    n <- length(x); s <- c()
    for (i in 1:(n - 1)) for (j in (i + 1):n) {
      dx <- x[i] - x[j]; dy <- y[i] - y[j]
      if (dx == 0 && dy == 0) next
      q <- if (dx == 0) sign(dy) * Inf else dy / dx
      if (q != -1) s <- c(s, q)
    }
    s <- sort(s); N <- length(s); K <- sum(s < -1)
    b <- if (N %% 2 == 1) s[(N + 1) / 2 + K] else (s[N / 2 + K] + s[N / 2 + 1 + K]) / 2
    C <- z * sqrt(n * (n - 1) * (2 * n + 5) / 18)
    m1 <- floor((N - C) / 2 + 0.5); m2 <- N - m1 + 1
    lo <- s[m1 + K]; hi <- s[m2 + K]
    put(paste0(name, ".slope"), b, lo, hi)
    put(paste0(name, ".intercept"), median(y - b * x), median(y - hi * x), median(y - lo * x))
  }
  whole <- function(v) round(v * 1000)  # in mg/cm2, so that slopes of exactly -1 are no matter of rounding
  passing("passing", whole(pairs$truth), whole(pairs$estimate))
  passing("passing.ties", whole(ties$truth), whole(ties$estimate))

  # --- repeat precision: Gluer 1995; intervals by chi-squared --------------------------------------
  ss <- tapply(repeats$density, repeats$subject, function(v) sum((v - mean(v))^2))
  df <- tapply(repeats$density, repeats$subject, length) - 1
  m <- tapply(repeats$density, repeats$subject, mean)
  chi <- function(s2) sqrt(s2 / c(sum(df), qchisq(high, sum(df)), qchisq(low, sum(df))))
  put("repeat.sd", chi(sum(ss)))
  put("repeat.cv", chi(sum(ss / m^2)))
  put("repeat.lsc", 2.77 * chi(sum(ss)))

  # --- calibration --------------------------------------------------------------------------------
  fit <- lm(truth ~ estimate, pairs)  # stats::lm
  put("calibration.slope", coef(fit)[2], confint(fit, level = level)[2, ])
  put("calibration.intercept", coef(fit)[1], confint(fit, level = level)[1, ])
  put("calibration.large", -t.test(e)$estimate, -rev(t.test(e, conf.level = level)$conf.int))
  o <- order(pairs$estimate)
  end <- 0
  for (g in 1:5) {  # fifths of 12, but equal estimates stay with the first of them
    start <- end + 1; end <- 12 * g
    while (end < 60 && pairs$estimate[o[end + 1]] == pairs$estimate[o[end]]) end <- end + 1
    rows <- o[start:end]
    put(paste0("curve.", g), mean(pairs$estimate[rows]), mean(pairs$truth[rows]),
        t.test(pairs$truth[rows], conf.level = level)$conf.int)
  }
  fit <- glm(diseased ~ qlogis(risk), binomial, scores, control = list(epsilon = 1e-15, maxit = 100))
  # stats::glm, Wald. Its own vcov() is one step short of the end: 1e-9 off.
  information <- function(fit) { m <- model.matrix(fit); p <- fitted(fit); t(m) %*% (m * p * (1 - p)) }
  se <- sqrt(diag(solve(information(fit))))
  put("risk.slope", coef(fit)[2], coef(fit)[2] + c(-z, z) * se[2])
  put("risk.intercept", coef(fit)[1], coef(fit)[1] + c(-z, z) * se[1])
  fit <- glm(diseased ~ 1, binomial, scores, offset = qlogis(risk), control = list(epsilon = 1e-15, maxit = 100))
  put("risk.large", coef(fit), coef(fit) + c(-z, z) / sqrt(information(fit)[1]))
  squares <- (scores$risk - scores$diseased)^2
  put("risk.brier", mean(squares), mean(squares) + c(-z, z) * sd(squares) / sqrt(length(squares)))

  # --- proportions: stats::prop.test without continuity correction is Wilson's ----------------------
  for (k in list(c(81, 263), c(15, 148), c(1, 29), c(7, 9), c(0, 1), c(1, 1), c(1, 2), c(0, 3), c(0, 20), c(20, 20))) {
    put(sprintf("wilson.%d.%d", k[1], k[2]), k[1] / k[2],
        suppressWarnings(prop.test(k[1], k[2], correct = FALSE, conf.level = level))$conf.int)
  }
  # A four-fold table: epiR::epi.tests with Wilson's intervals; likelihood ratios after Simel 1991.
  d <- scores$diseased == 1; t <- scores$a >= 0.5
  tab <- c(sum(d & t), sum(!d & t), sum(d & !t), sum(!d & !t))
  put("table.counts", tab)
  r <- epi.tests(matrix(tab, 2, byrow = TRUE), method = "wilson", conf.level = level)$detail
  row <- function(s) unlist(r[r$statistic == s, c("est", "lower", "upper")])
  put("table.sensitivity", row("se")); put("table.specificity", row("sp"))
  put("table.ppv", row("pv.pos")); put("table.npv", row("pv.neg"))
  put("table.lr.positive", row("lr.pos")); put("table.lr.negative", row("lr.neg"))
  # Predictive values at another prevalence, logit intervals (Mercaldo et al. 2007, doi:10.1002/sim.2677).
  se <- tab[1] / (tab[1] + tab[3]); sp <- tab[4] / (tab[2] + tab[4])
  n1 <- tab[1] + tab[3]; n0 <- tab[2] + tab[4]
  for (p in c(0.05, 0.2, 0.5)) {
    ppv <- se * p / (se * p + (1 - sp) * (1 - p)); npv <- sp * (1 - p) / (sp * (1 - p) + (1 - se) * p)
    v1 <- (1 - se) / se / n1 + sp / (1 - sp) / n0; v0 <- se / (1 - se) / n1 + (1 - sp) / sp / n0
    put(sprintf("prevalence.ppv.%g", p), ppv, plogis(qlogis(ppv) + c(-z, z) * sqrt(v1)))
    put(sprintf("prevalence.npv.%g", p), npv, plogis(qlogis(npv) + c(-z, z) * sqrt(v0)))
  }

  # --- areas: pROC --------------------------------------------------------------------------------
  ra <- roc(scores$diseased, scores$a, direction = "<", quiet = TRUE)
  rb <- roc(scores$diseased, scores$b, direction = "<", quiet = TRUE)
  put("auc.a", ci.auc(ra, method = "delong", conf.level = level)[c(2, 1, 3)])
  put("auc.b", ci.auc(rb, method = "delong", conf.level = level)[c(2, 1, 3)])
  test <- roc.test(ra, rb, method = "delong", paired = TRUE)
  difference <- as.numeric(ra$auc - rb$auc)
  half <- z * abs(difference / test$statistic)
  put("auc.difference", difference, difference - half, difference + half)
  put("auc.p", test$p.value)
  put("roc.sensitivities", rev(ra$sensitivities)); put("roc.specificities", rev(ra$specificities))
  # Average precision: sum of precision times step of recall over the distinct scores, falling.
  cuts <- sort(unique(scores$a), decreasing = TRUE)
  tp <- sapply(cuts, function(c) sum(d & scores$a >= c)); np <- sapply(cuts, function(c) sum(scores$a >= c))
  put("pr.precision", tp / np); put("pr.recall", tp / sum(d))
  put("pr.average", sum(diff(c(0, tp)) / sum(d) * tp / np))

  # --- kappa: psych::cohen.kappa, vcd::Kappa ------------------------------------------------------
  k3 <- matrix(c(30, 6, 1, 8, 22, 5, 2, 7, 19), 3, byrow = TRUE)
  kappas <- function(name, kappa) {
    for (w in c("Unweighted", "Weighted")) {
      put(paste0(name, if (w == "Weighted") "" else ".plain"), kappa[[w]][1],
          kappa[[w]][1] + c(-z, z) * kappa[[w]][2])
    }
  }
  kappas("kappa.linear", Kappa(k3, weights = "Equal-Spacing"))  # vcd
  kappas("kappa.quadratic", Kappa(k3, weights = "Fleiss-Cohen"))
  w <- outer(1:3, 1:3, function(i, j) (i - j)^2)
  put("kappa.psych", cohen.kappa(k3, w = 1 - w / 4)$weighted.kappa)  # psych: another hand, the value only

  # --- net benefit: Vickers and Elkin 2006 (doi:10.1177/0272989X06295361) ---------------------------
  for (p in c(0.1, 0.3, 0.6)) {
    gain <- ifelse(scores$risk >= p, ifelse(d, 1, -p / (1 - p)), 0)
    put(sprintf("benefit.%g", p), mean(gain), mean(gain) + c(-z, z) * sd(gain) / sqrt(length(gain)))
    all <- ifelse(d, 1, -p / (1 - p))
    put(sprintf("benefit.all.%g", p), mean(all), mean(all) + c(-z, z) * sd(all) / sqrt(length(all)))
  }

  # --- reclassification: Pencina 2008 (doi:10.1002/sim.2929) and 2011 (doi:10.1002/sim.4085) --------
  nri <- function(name, old, new) {
    up <- new > old; down <- new < old; n1 <- sum(d); n0 <- sum(!d)
    u1 <- sum(up & d) / n1; d1 <- sum(down & d) / n1; u0 <- sum(up & !d) / n0; d0 <- sum(down & !d) / n0
    v1 <- (u1 + d1 - (u1 - d1)^2) / n1; v0 <- (u0 + d0 - (d0 - u0)^2) / n0
    put(paste0(name, ".events"), u1 - d1, (u1 - d1) + c(-z, z) * sqrt(v1))
    put(paste0(name, ".nonevents"), d0 - u0, (d0 - u0) + c(-z, z) * sqrt(v0))
    put(name, u1 - d1 + d0 - u0, (u1 - d1 + d0 - u0) + c(-z, z) * sqrt(v1 + v0))
  }
  class <- function(r) findInterval(r, c(0.2, 0.5))
  nri("nri", class(scores$other), class(scores$risk))
  nri("nri.free", scores$other, scores$risk)
  x1 <- (scores$risk - scores$other)[d]; x0 <- (scores$risk - scores$other)[!d]
  idi <- mean(x1) - mean(x0)
  put("idi", idi, idi + c(-z, z) * sqrt(var(x1) / length(x1) + var(x0) / length(x0)))

  # --- several rows of one subject ------------------------------------------------------------------
  # Obuchowski 1997 (doi:10.2307/2533958) from all pairs of placements; subjects 1 to 45 are in both groups.
  placed <- function(s) {
    wins <- outer(s[d], s[!d], ">") + outer(s[d], s[!d], "==") / 2
    list(sick = rowMeans(wins), well = colMeans(wins))
  }
  clustered <- function(sick, well) {
    s1 <- scores$subject[d]; s0 <- scores$subject[!d]; all <- unique(scores$subject)
    a <- mean(sick); b <- mean(well)
    x <- sapply(all, function(i) sum(sick[s1 == i] - a)); y <- sapply(all, function(i) sum(well[s0 == i] - b))
    i1 <- length(unique(s1)); i0 <- length(unique(s0)); i <- length(all); m <- sum(d); n <- sum(!d)
    i1 / ((i1 - 1) * m) * sum(x^2) / m + i0 / ((i0 - 1) * n) * sum(y^2) / n + 2 * i / (i - 1) * sum(x * y) / (m * n)
  }
  pa <- placed(scores$a); pb <- placed(scores$b)
  put("obuchowski.a", mean(pa$sick), mean(pa$sick) + c(-z, z) * sqrt(clustered(pa$sick, pa$well)))
  gap <- mean(pa$sick) - mean(pb$sick); error <- sqrt(clustered(pa$sick - pb$sick, pa$well - pb$well))
  put("obuchowski.difference", gap, gap + c(-z, z) * error)
  put("obuchowski.p", 2 * pnorm(-abs(gap / error)))
  # Deming's jackknife without one group of three pairs at a time.
  g <- rep(1:20, 3); full <- deming(pairs$truth, pairs$estimate, 1)
  less <- t(sapply(1:20, function(i) deming(pairs$truth[g != i], pairs$estimate[g != i], 1)))
  se <- apply(less, 2, function(v) sqrt(19 / 20 * sum((v - mean(v))^2)))
  put("deming.clustered.slope", full[1], full[1] + c(-1, 1) * qt(high, 18) * se[1])
  put("deming.clustered.intercept", full[2], full[2] + c(-1, 1) * qt(high, 18) * se[2])

  # --- as few subjects as have an interval ----------------------------------------------------------
  put("few.bias", mean(e[1:2]), t.test(e[1:2], conf.level = level)$conf.int)
  limits("few.limits", e[1:2], NULL)
  fit <- lm(truth ~ estimate, pairs[1:3, ])
  put("few.slope", coef(fit)[2], confint(fit, level = level)[2, ])
  put("few.intercept", coef(fit)[1], confint(fit, level = level)[1, ])
  ct <- cor.test(pairs$estimate[1:4], pairs$truth[1:4], conf.level = level)
  put("few.pearson", ct$estimate, ct$conf.int)
  put("few.ccc", unlist(epi.ccc(pairs$estimate[1:4], pairs$truth[1:4], ci = "z-transform", conf.level = level)$rho.c))
  icc("few.icc", as.matrix(pairs[1:3, ]))
  jackknifed("few.deming", pairs$truth[1:4], pairs$estimate[1:4], 1)
  passing("few.passing", whole(pairs$truth[1:5]), whole(pairs$estimate[1:5]))
  passing("few.odd", whole(pairs$truth[1:6]), whole(pairs$estimate[1:6]))  # an odd number of slopes
  put("few.repeat", sqrt(2e-4 / c(1, qchisq(high, 1), qchisq(low, 1))))  # one subject: 0.99 and 1.01
  four <- c(1, 1, 0, 0)
  few.a <- roc(four, c(1, 3, 2, 0), direction = "<", quiet = TRUE)
  few.b <- roc(four, c(3, 3, 2, 4), direction = "<", quiet = TRUE)
  put("few.auc", ci.auc(few.a, method = "delong", conf.level = level)[c(2, 1, 3)])
  test <- roc.test(few.a, few.b, method = "delong", paired = TRUE)
  difference <- as.numeric(few.a$auc - few.b$auc)
  half <- z * abs(difference / test$statistic)
  put("few.difference", difference, difference - half, difference + half)
  put("few.p", test$p.value)
  kappas("few.kappa", Kappa(matrix(c(2, 1, 0, 0, 1, 1, 0, 1, 1), 3), weights = "Equal-Spacing"))
}
figures(0.95)
prefix <- "level 0.9 "
figures(0.9)
prefix <- ""

# --- planning -----------------------------------------------------------------------------------
wide <- function(n, p) { y <- suppressWarnings(prop.test(n * p, n, correct = FALSE))$conf.int; y[2] - y[1] }
for (k in list(c(0.85, 0.1), c(0.95, 0.06), c(0.5, 0.2))) {
  n <- 1; while (wide(n, k[1]) > k[2]) n <- n + 1
  put(sprintf("plan.share.%g.%g", k[1], k[2]), n)
}
area <- function(a, n1, n0) {  # variance of Hanley and McNeil 1982 (doi:10.1148/radiology.143.1.7063747)
  q1 <- a / (2 - a); q2 <- 2 * a^2 / (1 + a)
  (a * (1 - a) + (n1 - 1) * (q1 - a^2) + (n0 - 1) * (q2 - a^2)) / (n1 * n0)
}
for (k in list(c(0.85, 0.1, 0.3), c(0.7, 0.1, 0.5), c(0.9, 0.05, 0.1))) {
  n <- 4; repeat {
    n1 <- ceiling(n * k[3] - 1e-9); n0 <- n - n1
    if (n1 >= 2 && n0 >= 2 && 2 * z * sqrt(area(k[1], n1, n0)) <= k[2]) break
    n <- n + 1
  }
  put(sprintf("plan.area.%g.%g.%g", k[1], k[2], k[3]), n1, n0)
}
put("hanley.error", sqrt(area(0.893, 51, 58)))  # they print 0.032 for area 0.893
fewest <- function(least, wide, width) { n <- least; while (wide(n) > width) n <- n + 1; n }
c4 <- function(n) sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2))
put("plan.c4", c4(c(2, 5, 30, 1000)))
chance <- function(n, per, width) pchisq((n - 1) * (width / per)^2, n - 1)  # of s, in units of sigma
for (k in list(c(0.06, 0.025), c(0.09, 0.05))) {  # above 1.96 sqrt(n) = 37.6, n = 368, R's qt is an approximation
  per <- function(n) 2 * qt(0.975, n - 1) / sqrt(n) * k[1]
  n <- fewest(3, function(n) per(n) * c4(n), k[2])
  put(sprintf("plan.bias.%g.%g", k[1], k[2]), n, per(n) * c4(n), chance(n, per(n), k[2]))
  per <- function(n) (qt(0.975, n - 1, z * sqrt(n)) - qt(0.025, n - 1, z * sqrt(n))) / sqrt(n) * k[1]
  n <- fewest(3, function(n) per(n) * c4(n), k[2])
  put(sprintf("plan.limits.%g.%g", k[1], k[2]), n, per(n) * c4(n), chance(n, per(n), k[2]))
  put(sprintf("plan.mae.%g.%g", k[1], k[2]), ceiling((2 * z * k[1] * sqrt(1 - 2 / pi) / k[2])^2))
}
for (k in list(c(0.95, 0.1), c(sqrt(0.5), 0.2))) {  # Archer et al. 2021 (doi:10.1002/sim.8766)
  wide <- function(n) 2 * qt(0.975, n - 2) * sqrt((1 - k[1]^2) / (k[1]^2 * (n - 1)))
  n <- fewest(4, wide, k[2])
  put(sprintf("plan.slope.%g.%g", k[1], k[2]), n, wide(n), pf((k[2] / wide(n))^2, n - 2, n - 1))
}
share <- function(N, p, w, prev) {  # the chance of a narrow Wilson interval, summed over all that can happen
  sum(sapply(1:N, function(n) {
    half <- function(k) z * sqrt(k / n * (1 - k / n) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
    dbinom(n, N, prev) * sum(dbinom(0:n, n, p)[2 * half(0:n) <= w])
  }))
}
put("plan.chance.share", share(300, 0.9, 0.12, 0.3), share(450, 0.9, 0.12, 0.3), share(120, 0.5, 0.2, 0.7))

# --- monitoring: scores of a period against its baseline ------------------------------------------
# A mean of 18 against 400 films (399 degrees of freedom), off by 0.04 with sd 0.13; a sd of 0.17 of 18 films.
put("monitor.mean", qnorm(pt(0.04 / (0.13 * sqrt(1 / 18 + 1 / 400)), 399)))
put("monitor.spread", qnorm(pf((0.17 / 0.13)^2, 17, 399)))
bb <- function(k, n, x, m) choose(n, k) * beta(k + x + 0.5, n - k + m - x + 0.5) / beta(x + 0.5, m - x + 0.5)
put("monitor.share", sapply(c(0, 1, 3, 6), function(k) qnorm(sum(bb(0:k, 25, 11, 650)) - bb(k, 25, 11, 650) / 2)))
put("monitor.share.none", sapply(c(0, 1, 2), function(k) qnorm(sum(bb(0:k, 40, 0, 500)) - bb(k, 40, 0, 500) / 2)))
put("monitor.shewhart", 1 / (2 * pnorm(-3)), 1 / (pnorm(-4) + pnorm(-2)), qnorm(1 - 0.5 / 3000))
close(out)
