// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleService
class LimitsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LIMIT = 64 * 1024;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "Multipart/Form-Data; boundary=x",
                "multipart/mixed; boundary=x",
                "multipart/form-data"
            })
    void a_multipart_request_is_refused_everywhere(String type) {
        String body =
                "--x\r\nContent-Disposition: form-data; name=\"text\"; filename=\"a.txt\"\r\n\r\nhello\r\n--x--\r\n";
        for (String path : new String[] {"/open/form", "/api/open/orders", "/desk/claim", "/nowhere"}) {
            HttpResponse<String> response = Http.post(url(path), body, "Content-Type", type);

            assertThat(response.statusCode()).as(path).isEqualTo(415);
            assertThat(response.body()).as(path).contains("Files are never accepted");
            assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "IMAGE/JPEG",
                "video/mp4",
                "audio/ogg",
                "application/octet-stream",
                "application/pdf"
            })
    void a_bare_file_is_refused_everywhere(String type) {
        for (String path : new String[] {"/open/form", "/api/open/orders", "/desk/claim", "/nowhere"}) {
            HttpResponse<String> response = Http.post(url(path), "not a picture", "Content-Type", type);

            assertThat(response.statusCode()).as(path).isEqualTo(415);
            assertThat(response.body()).as(path).contains("Files are never accepted");
        }
    }

    @Test
    void a_file_is_refused_before_any_of_it_is_read() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                            POST /assessment/open/form HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: multipart/form-data; boundary=x\r
                            Content-Length: 50000\r
                            \r
                            """.getBytes(StandardCharsets.US_ASCII));

            // Not one byte of the body is ever sent.
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();

            assertThat(status).startsWith("HTTP/1.1 415");
        }
    }

    /** Whoever sends first and listens afterwards would meet a closed connection otherwise, and never learn why. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 12000000", "Transfer-Encoding: chunked"})
    void who_has_sent_far_too_much_still_gets_the_answer(String framing) throws Exception {
        byte[] chunk = ("text=" + "a".repeat(11_995)).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write("POST /assessment/open/form HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n"
                    .formatted(FORM, framing)
                    .getBytes(StandardCharsets.US_ASCII));
            boolean chunked = framing.endsWith("chunked");
            for (int i = 0; i < 1000; i++) {
                out.write(chunked ? "2ee0\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
                out.write(chunk);
                out.write(chunked ? "\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
            }
            out.write(chunked ? "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("You sent too much at once")
                    .contains("</html>");
        }
    }

    @Test
    void a_form_within_the_limit_is_read() {
        assertThat(Http.post(url("/open/form"), "text=" + "a".repeat(60_000), "Content-Type", FORM)
                        .body())
                .isEqualTo("60000");
    }

    @Test
    void a_long_body_is_refused_by_its_announced_length() {
        for (String path : new String[] {"/open/form", "/desk/claim", "/nowhere"}) {
            HttpResponse<String> response = Http.post(url(path), "text=" + "a".repeat(LIMIT), "Content-Type", FORM);

            assertThat(response.statusCode()).as(path).isEqualTo(413);
            assertThat(response.body()).contains("You sent too much at once");
        }
    }

    @Test
    void a_long_form_in_chunks_is_refused_while_it_is_read() {
        HttpResponse<String> response =
                Http.postInChunks(url("/open/form"), "text=" + "a".repeat(1_000_000), "Content-Type", FORM);

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("You sent too much at once");
    }

    @Test
    void a_long_document_in_chunks_is_refused_while_it_is_read() {
        String body = "{\"items\":[{\"address\":\"" + "a".repeat(1_000_000) + "\",\"count\":1}]}";

        HttpResponse<String> response =
                Http.postInChunks(url("/api/open/orders"), body, "Content-Type", "application/json");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("urn:openhotline:problem:too-large");
    }

    @Test
    void a_short_document_in_chunks_is_read() {
        assertThat(Http.postInChunks(
                                url("/api/open/orders"),
                                "{\"items\":[{\"address\":\"a\",\"count\":1}]}",
                                "Content-Type",
                                "application/json")
                        .body())
                .isEqualTo("{\"items\":1}");
    }

    private String url(String path) {
        return "http://localhost:" + port + "/assessment" + path;
    }
}
