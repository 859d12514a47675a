package eco.exchange.lab.planted;

/** A trial that somebody leans on. */
public record PlantedInLab(int rounds) {}
