import React from 'react';

const PondErrors = () => {
  return (
    <section>
      <h2>Errors of the pond</h2>
      {/* the table */}
      <table className="wide">
        <thead>
          <tr>
            <th>Code</th>
            <th>Description</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td><code>too_cold</code></td>
            <td>The pond is frozen</td>
          </tr>
          <tr>
            <td><code>too_dry</code></td>
            <td>There is no water</td>
          </tr>
          <tr>
            <td><code>no_frog</code></td>
            <td>The frog has left</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
};

export default PondErrors;
