// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PublicForm;
import org.openhotline.contracts.country.PublicForm.Colours;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The logo and the colours of the country, from its profile: no page may carry a style of its own. */
@Controller
final class FaceFiles {
    private static final String LOGO = "/kit/logo";
    private static final String OURS = "/kit/mark.svg";

    private final PublicForm form;
    private final Path profile;

    /** @param profile as a text, since Spring's own conversion takes a path with {@code ..} for one inside the jar */
    FaceFiles(CountryProfile country, @Value("${openhotline.country:}") String profile) {
        this.form = country.form();
        this.profile = Path.of(profile).toAbsolutePath();
    }

    static String logoPath(PublicForm form) {
        return form.logo().isPresent() ? LOGO : OURS;
    }

    @GetMapping("/kit/colours.css")
    void colours(HttpServletResponse response) throws IOException {
        Colours colours = form.colours().orElseThrow(() -> new NotFound("These colours"));
        String sheet = ":root{--brand:%s;--deep:%s}%n".formatted(colours.brand(), colours.dark());
        send(response, "text/css", sheet.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(LOGO)
    void logo(HttpServletResponse response) throws IOException {
        String name = Optional.of(form).flatMap(PublicForm::logo).orElseThrow(() -> new NotFound("This logo"));
        send(
                response,
                name.endsWith(".svg") ? "image/svg+xml" : "image/png",
                Files.readAllBytes(profile.resolveSibling(name)));
    }

    private static void send(HttpServletResponse response, String type, byte[] bytes) throws IOException {
        response.setHeader("Cache-Control", "max-age=3600");
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
