// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhotline.contracts.country.CountryProfile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a country profile and checks it whole. */
public final class CountryProfileReader {
    private CountryProfileReader() {}

    /** @throws InvalidCountryProfile with every error of the file, in the order of its lines */
    public static CountryProfile read(Path file) {
        Complaints complaints = new Complaints(String.valueOf(file.getFileName()));
        Optional<Node> root = compose(file, complaints);
        complaints.throwIfAny();
        Node document = root.orElseThrow(
                () -> new InvalidCountryProfile(List.of(file.getFileName() + ": the file is empty; write a profile")));
        RecordReader reader = new RecordReader(complaints);
        Optional<CountryProfile> profile = reader.read(document, CountryProfile.class);
        CountryRules.checkTogether(reader.values(), complaints);
        LogoFile.check(reader.values(), file.toAbsolutePath().getParent(), complaints);
        complaints.throwIfAny();
        return profile.orElseThrow(() -> new IllegalStateException("no profile and no complaint"));
    }

    // Composed, not constructed: nodes keep their lines and their plain text ("NO" stays Norway, not false).
    private static Optional<Node> compose(Path file, Complaints complaints) {
        try (Reader text = Files.newBufferedReader(file)) {
            return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(text));
        } catch (MarkedYAMLException e) {
            complaints.add(line(e.getProblemMark()), "not readable as YAML: " + e.getProblem());
        } catch (YAMLException e) {
            complaints.add(0, "not readable as YAML: " + e.getMessage());
        } catch (IOException e) {
            complaints.add(0, "cannot be read (" + e.getClass().getSimpleName() + "): " + file.toAbsolutePath());
        }
        return Optional.empty();
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }
}
